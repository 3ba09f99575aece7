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

import { gzipSync } from 'node:zlib';

/** Objects of a cluster, as its API server gives them. */
export const objects = {
  deployment(name: string, options: { replicas?: number } = {}) {
    return {
      metadata: {
        name,
        namespace: 'shop',
        labels: { 'app.kubernetes.io/name': name },
        managedFields: [{ manager: 'helm' }],
      },
      spec: {
        replicas: options.replicas ?? 1,
        selector: { matchLabels: { app: name } },
        template: {
          spec: {
            containers: [
              {
                name,
                image: `${name}:1`,
                env: [{ name: 'PASSWORD', value: 'hunter2' }],
              },
            ],
          },
        },
      },
      status: { replicas: 1 },
    };
  },

  /** A Secret of Helm's storage. */
  release(options: {
    name: string;
    revision: number;
    status?: string;
    version?: string;
    namespace?: string;
    dependencies?: Array<{ name: string; version: string }>;
    manifest?: string;
    notes?: string;
    description?: string;
    /** In place of what Helm writes. */
    data?: string;
  }) {
    const { name, revision, namespace = 'shop', status = 'deployed' } = options;
    const record = {
      name,
      info: {
        first_deployed: '2026-11-01T10:00:00Z',
        last_deployed: '2026-11-02T10:00:00Z',
        deleted: '',
        description: options.description ?? 'Upgrade complete',
        status,
        notes: options.notes ?? 'Enjoy',
      },
      chart: {
        metadata: {
          name,
          version: options.version ?? '1.0.0',
          appVersion: '7',
          apiVersion: 'v2',
          dependencies: options.dependencies,
        },
        lock: null,
        templates: [],
        values: { replicas: 1 },
        schema: null,
        files: null,
      },
      config: { password: 'hunter2' },
      manifest: options.manifest ?? '---\n# Source: a/templates/a.yaml\n',
      hooks: [],
      version: revision,
      namespace,
    };
    const packed = gzipSync(JSON.stringify(record), { level: 9 });
    return {
      apiVersion: 'v1',
      kind: 'Secret',
      type: 'helm.sh/release.v1',
      metadata: {
        name: `sh.helm.release.v1.${name}.v${revision}`,
        namespace,
        labels: {
          name,
          owner: 'helm',
          status,
          version: `${revision}`,
          createdAt: '1793527200',
        },
      },
      data: {
        release:
          options.data ??
          Buffer.from(packed.toString('base64')).toString('base64'),
      },
    };
  },
};
