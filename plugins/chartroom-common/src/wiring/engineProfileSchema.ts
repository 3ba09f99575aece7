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
import { chartAddress, imageName, imageTag, version } from '../matrix/formats';
import { parseBindingTemplate } from './bindingTemplate';

const names = z.string().regex(/^[^\p{Cc}]{1,253}$/u, {
  error: 'must be one line of 1 to 253 characters',
});

const template = names.refine(
  value => parseBindingTemplate({ template: value }).ok,
  { error: 'must be a template such as redis://{host}:{port}' },
);

const portRange = { error: 'must be a whole number from 1 to 65535' };

const port = z.int().min(1, portRange).max(65535, portRange);

/** Helm 3 and Helm 4 do not agree about null in values, so it is refused wherever it stands. */
const values = z
  .record(z.string(), z.unknown())
  .superRefine((tree, context) => {
    for (const path of placesOfNull(tree, [])) {
      context.addIssue({
        code: 'custom',
        path,
        message: 'must have a value: write "", false or enabled: false',
      });
    }
  });

const chart = z.strictObject({
  name: names,
  repository: chartAddress,
  version,
});

const secret = z.strictObject({
  name: names,
  keys: z.partialRecord(z.enum(['username', 'password', 'uri']), names),
});

const requiredSecret = z.strictObject({
  name: names,
  neededBy: z.enum(['chart', 'caller']),
  keys: z.record(names, names),
});

const object = values.refine(
  ({ apiVersion, kind, metadata }) =>
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof (metadata as { name?: unknown } | undefined)?.name === 'string',
  { error: 'must have apiVersion, kind and metadata.name' },
);

const ownChart = z.strictObject({
  image: imageName,
  appVersion: imageTag,
  values: values.default({}),
});

/**
 * The shape of a profile; a platform's own profile `profiles/<source>-<engine>.yaml` is read by it.
 *
 * @internal
 */
export const engineProfileSchema = z.strictObject({
  engine: names,
  source: names,
  verified: z.enum(['rendered', 'written']).default('written'),
  resource: names.default('backing-service'),
  port,
  ports: z.record(names, port).optional(),
  peerPorts: z.array(port).optional(),
  host: names.default('{name}'),
  podLabels: z
    .record(names, names)
    .default({ 'app.kubernetes.io/name': '{name}' }),
  database: names.optional(),
  username: names.optional(),
  vhost: names.optional(),
  secret: secret.optional(),
  uri: template.optional(),
  external: z.boolean().default(false),
  chart: chart.optional(),
  values: values.optional(),
  startingValues: values.optional(),
  secrets: z.array(requiredSecret).optional(),
  objects: z.array(object).optional(),
  ownChart: ownChart.optional(),
});

/**
 * Names of all keys of a profile, for suggestions.
 *
 * @internal
 */
export const engineProfileKeys: readonly string[] = [
  engineProfileSchema,
  chart,
  secret,
  requiredSecret,
  ownChart,
].flatMap(schema => Object.keys(schema.shape));

function placesOfNull(
  value: unknown,
  path: ReadonlyArray<string | number>,
): Array<Array<string | number>> {
  if (value === null || value === undefined) {
    return [[...path]];
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => placesOfNull(item, [...path, index]));
  }
  return typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) =>
        placesOfNull(inner, [...path, key]),
      )
    : [];
}
