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

import { z } from 'zod';
import type { ObservedRelease } from './types';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);

const source = z.object({
  repoURL: text,
  chart: text,
  path: text,
  targetRevision: text,
  ref: text,
  helm: z.object({ releaseName: text }).optional().catch(undefined),
});

const application = z.object({
  apiVersion: z.string().startsWith('argoproj.io/'),
  kind: z.literal('Application'),
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({
    source: source.optional(),
    sources: z.array(source).optional(),
    destination: z.object({ namespace: text, name: text, server: text }),
  }),
  status: z
    .object({
      sync: z
        .object({ status: text, revision: text, revisions: texts })
        .optional()
        .catch(undefined),
      health: z
        .object({ status: z.string(), message: text })
        .optional()
        .catch(undefined),
      operationState: z
        .object({ phase: text, message: text, finishedAt: text })
        .optional()
        .catch(undefined),
      history: z
        .array(
          z.object({
            revision: text,
            revisions: texts,
            deployedAt: text,
            source: source.optional().catch(undefined),
            sources: z.array(source).optional().catch(undefined),
          }),
        )
        .optional()
        .catch(undefined),
    })
    .optional(),
});

type Application = z.infer<typeof application>;

/** The cluster that Argo CD itself runs in. */
const ownServer = 'https://kubernetes.default.svc';
const ownName = 'in-cluster';

/**
 * The releases that an Application of Argo CD deploys: one per source that makes objects.
 *
 * @remarks
 * What is deployed is what the last sync that succeeded wrote into `status.history`; `status.sync` says what it is
 * compared with, which counts only while both are the same. Empty where the object is no Application.
 *
 * @public
 */
export function observeApplication(object: unknown): ObservedRelease[] {
  const { data } = application.safeParse(object);
  if (!data) {
    return [];
  }
  const { metadata, spec, status } = data;
  const deployed = lastDeployed(data);
  const sources = deployed.sources ?? spec.sources ?? [];
  return sources.flatMap((from, position): ObservedRelease[] => {
    // A source with a `ref` alone lends its files to others
    if (from.chart === undefined && from.path === undefined) {
      return [];
    }
    const revision = deployed.revisions[position];
    return [
      {
        source: 'argocd',
        name: from.helm?.releaseName || metadata.name,
        namespace: spec.destination.namespace ?? metadata.namespace,
        ...(from.chart && { chart: { name: from.chart, version: revision } }),
        subcharts: [],
        description: status?.operationState?.message,
        updatedAt: deployed.at ?? status?.operationState?.finishedAt,
        commit: from.chart ? undefined : commitOf(revision),
        health: healthOf(status),
        ...destinationOf(data),
        toldBy: `Application ${metadata.namespace}/${metadata.name}`,
      },
    ];
  });
}

function lastDeployed({ spec, status }: Application) {
  const history = status?.history?.at(-1);
  const sources = spec.sources ?? (spec.source ? [spec.source] : []);
  if (history) {
    const own = history.sources ?? (history.source ? [history.source] : []);
    return {
      sources: own.length > 0 ? own : sources,
      revisions: history.revisions ?? [history.revision],
      at: history.deployedAt,
    };
  }
  const { sync } = status ?? {};
  return {
    sources,
    revisions:
      sync?.status === 'Synced' ? sync.revisions ?? [sync.revision] : [],
    at: undefined,
  };
}

function commitOf(revision: string | undefined): string | undefined {
  return revision && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(revision)
    ? revision
    : undefined;
}

/** Argo CD judges the objects that are there, which a sync that failed may have left as they were. */
function healthOf(status: Application['status']): ObservedRelease['health'] {
  const { phase = '', message } = status?.operationState ?? {};
  const hasFailed = ['Failed', 'Error'].includes(phase);
  // What somebody has set right by hand since is in sync, and the operation stays as it ended
  return hasFailed && status?.sync?.status !== 'Synced'
    ? { status: 'SyncFailed', message }
    : status?.health;
}

function destinationOf({ spec }: Application) {
  const { name, server } = spec.destination;
  const isOwn = name ? name === ownName : !server || server === ownServer;
  return isOwn ? undefined : { destination: { name, server } };
}
