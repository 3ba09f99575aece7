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
import { currentRelease } from './currentRelease';
import { releaseStatusSchema } from './releaseStatusSchema';
import { sourceCondition } from './sourceCondition';
import type { ObservedRelease } from './types';

const text = z.string().optional().catch(undefined);

const snapshot = z.object({
  name: z.string(),
  namespace: z.string(),
  version: z.number().int(),
  status: releaseStatusSchema,
  chartName: z.string(),
  chartVersion: text,
  appVersion: text,
  lastDeployed: text,
});

const helmRelease = z.object({
  apiVersion: z.string().startsWith('helm.toolkit.fluxcd.io/'),
  kind: z.literal('HelmRelease'),
  metadata: z.object({ name: z.string(), namespace: z.string() }),
  spec: z.object({
    releaseName: text,
    targetNamespace: text,
    suspend: z.boolean().optional().catch(undefined),
    kubeConfig: z.unknown().optional(),
  }),
  status: z
    .object({
      history: z.array(snapshot).optional().catch(undefined),
      conditions: z.unknown().optional(),
    })
    .optional(),
});

/**
 * A release as Flux's HelmRelease tells it; undefined where the object is none.
 *
 * @remarks
 * Flux keeps the revisions that it made in `status.history` (helm-controller 1.0 and later), and says nothing of the
 * charts inside them.
 *
 * @public
 */
export function observeFluxRelease(
  object: unknown,
): ObservedRelease | undefined {
  const { data } = helmRelease.safeParse(object);
  if (!data) {
    return undefined;
  }
  const { metadata, spec, status } = data;
  const records = (status?.history ?? []).map(item => ({
    ...item,
    revision: item.version,
  }));
  const { newest, serving = newest } = currentRelease({ records }) ?? {};
  const target = spec.targetNamespace || metadata.namespace;
  const ready = sourceCondition({
    conditions: status?.conditions,
    type: 'Ready',
  });
  return {
    source: 'flux',
    name: newest?.name ?? (spec.releaseName || defaultName(data)),
    namespace: newest?.namespace ?? target,
    ...(serving && {
      chart: {
        name: serving.chartName,
        version: serving.chartVersion,
        appVersion: serving.appVersion,
      },
    }),
    subcharts: [],
    revision: newest?.revision,
    status: newest?.status,
    deployedRevision:
      serving?.revision === newest?.revision ? undefined : serving?.revision,
    description: ready?.message,
    updatedAt: newest?.lastDeployed,
    health: spec.suspend
      ? { status: 'Suspended', message: ready?.message }
      : ready && {
          status:
            ready.status === 'True' ? 'Ready' : ready.reason ?? 'NotReady',
          message: ready.message,
        },
    // The cluster that it names by a Secret may be any
    ...(spec.kubeConfig ? { destination: {} } : undefined),
    toldBy: `HelmRelease ${metadata.namespace}/${metadata.name}`,
  };
}

/** As GetReleaseName of helm-controller's api/v2. */
function defaultName({ metadata, spec }: z.infer<typeof helmRelease>): string {
  return spec.targetNamespace
    ? `${spec.targetNamespace}-${metadata.name}`
    : metadata.name;
}
