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

import type { KubernetesObject } from '@chartroom/backstage-plugin-chartroom-common';
import { z } from 'zod';
import type { KubernetesResource } from './KubernetesResource';

const text = z.string().max(4_096);
const texts = z.record(z.string(), z.string());

const schema = z.looseObject({
  metadata: z.looseObject({
    name: text.min(1),
    namespace: text.optional(),
    uid: text.optional(),
    resourceVersion: text.optional(),
    generation: z.number().optional(),
    creationTimestamp: text.nullish().transform(it => it ?? undefined),
    deletionTimestamp: text.nullish().transform(it => it ?? undefined),
    labels: texts.optional(),
    annotations: texts.optional(),
    finalizers: z.array(text).optional(),
    ownerReferences: z
      .array(
        z.looseObject({
          apiVersion: text,
          kind: text,
          name: text,
          uid: text,
          controller: z.boolean().optional(),
        }),
      )
      .optional(),
  }),
});

/**
 * Believes that something is an object of a kind once its metadata has the right shape; `undefined` where it has not.
 *
 * @internal
 */
export function parseObject(options: {
  value: unknown;
  resource: Pick<KubernetesResource, 'group' | 'version' | 'kind'>;
}): KubernetesObject | undefined {
  const { value, resource } = options;
  const { data } = schema.safeParse(value);
  return (
    data && {
      ...data,
      apiVersion: resource.group
        ? `${resource.group}/${resource.version}`
        : resource.version,
      kind: resource.kind,
    }
  );
}
