/*
 * Copyright 2026 The Chartroom Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import { parseAllDocuments } from 'yaml';
import { valueAt } from '../values/valueAt';
import { treePaths } from './treePaths';

/**
 * What happens to one workload when one rendering takes the place of another.
 *
 * @public
 */
export interface PodChange {
  /** Kind of the workload, such as `Deployment`. */
  readonly kind: string;
  /** Name of the workload; of a Job without the hash of what it runs. */
  readonly name: string;
  readonly change: 'added' | 'removed' | 'restarted';
  /** Where the pod templates differ, such as `spec.containers[0].image`; empty unless pods restart. */
  readonly paths: readonly string[];
}

/** Of each kind that makes pods, where its pod template stands. */
const templates: Readonly<Record<string, readonly string[]>> = {
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/**
 * Names the workloads whose pods a change restarts, by comparing the pod templates of two renderings.
 *
 * @remarks
 * Kubernetes rolls pods when their template changes, and for nothing else:
 * https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#updating-a-deployment.
 * What Helm runs as a hook is no workload of the release.
 *
 * @public
 */
export function podChanges(options: {
  /** Manifests as Helm renders them. */
  before: string;
  after: string;
}): PodChange[] {
  const before = workloads(options.before);
  const after = workloads(options.after);
  const keys = [...new Set([...before.keys(), ...after.keys()])].sort();
  return keys.flatMap((key): PodChange[] => {
    const old = before.get(key);
    const wanted = after.get(key);
    const { kind, name } = (wanted ?? old)!;
    if (!old || !wanted) {
      return [{ kind, name, change: old ? 'removed' : 'added', paths: [] }];
    }
    const paths = treePaths({ before: old.template, after: wanted.template });
    return paths.length > 0 ? [{ kind, name, change: 'restarted', paths }] : [];
  });
}

interface Workload {
  readonly kind: string;
  readonly name: string;
  readonly template: unknown;
}

function workloads(manifests: string): Map<string, Workload> {
  const found = new Map<string, Workload>();
  // Kubernetes reads YAML 1.1
  for (const document of parseAllDocuments(manifests, { version: '1.1' })) {
    const object: unknown = document.toJS();
    const kind = valueAt({ root: object, path: ['kind'] });
    const name = valueAt({ root: object, path: ['metadata', 'name'] });
    const path = typeof kind === 'string' ? templates[kind] : undefined;
    const hook = valueAt({
      root: object,
      path: ['metadata', 'annotations', 'helm.sh/hook'],
    });
    if (path && typeof kind === 'string' && typeof name === 'string' && !hook) {
      const label = valueAt({
        root: object,
        path: ['metadata', 'labels', 'app.kubernetes.io/name'],
      });
      const known = kind === 'Job' && typeof label === 'string' ? label : name;
      const template = valueAt({ root: object, path });
      found.set(`${kind}/${known}`, { kind, name: known, template });
    }
  }
  return found;
}
