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
import { releaseStatusSchema } from './releaseStatusSchema';

const short = z.string().max(4096);
/** Several times what the largest umbrella has; matching them takes time. */
const mostDependencies = 2048;
/** Go writes nothing, `null` or `""` where there is nothing. */
const absent = <T extends z.ZodType>(type: T) =>
  type.nullish().transform(value => value ?? undefined);
const optionalText = absent(short).transform(text => text || undefined);

/** Helm 3 writes `""` for a time that is not yet, Helm 4 leaves it out, and both may write Go's year 1. */
const time = optionalText.transform(text => {
  const date = new Date(text ?? '');
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() <= 1
    ? undefined
    : date.toISOString();
});

const dependencies = absent(
  z
    .array(
      z.object({
        name: short,
        version: optionalText,
        repository: optionalText,
        condition: optionalText,
        alias: optionalText,
      }),
    )
    .max(mostDependencies),
).transform(list => list ?? []);

const values = absent(z.record(z.string(), z.unknown())).transform(
  map => map ?? {},
);

const text = absent(z.string()).transform(found => found ?? '');

const hook = z.object({
  name: text,
  kind: text,
  path: text,
  manifest: text,
  events: absent(z.array(short)).transform(list => list ?? []),
});

const info = z.object({
  first_deployed: time,
  last_deployed: time,
  deleted: time,
  status: releaseStatusSchema,
  description: absent(z.string()),
  notes: absent(z.string()),
});

const chartHead = z.object({
  metadata: z.object({
    name: short.min(1),
    version: optionalText,
    appVersion: optionalText,
    dependencies,
  }),
  lock: absent(z.object({ digest: optionalText, dependencies })),
});

const name = short.min(1);

/**
 * The JSON of a release as far as its chart's lock, which Go writes in the order of the fields.
 *
 * @internal
 */
export const releaseHeadSchema = z.object({ name, info, chart: chartHead });

/**
 * The JSON of a release.
 *
 * @internal
 */
export const releaseRecordSchema = z.object({
  name,
  namespace: short.min(1),
  version: z.number().int().positive(),
  info,
  chart: chartHead.extend({ values }),
  config: values,
  manifest: text,
  hooks: absent(z.array(hook)).transform(list => list ?? []),
});
