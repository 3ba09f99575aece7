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

import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Observation } from '@chartroom/backstage-plugin-chartroom-common';
import { z } from 'zod';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/**
 * Version of the content; to be raised whenever what is kept of an object or a release is another.
 *
 * @internal
 */
export const COPY_FORMAT = 2;

/** A row that somebody put there cannot fill the memory. */
const MAXIMUM_BYTES = 256 * 1024 * 1024;

const placed = { key: z.string(), namespace: z.string() };
const observation = z.discriminatedUnion('type', [
  z.object({
    ...placed,
    type: z.literal('object'),
    object: z.looseObject({
      apiVersion: z.string(),
      kind: z.string(),
      metadata: z.looseObject({ name: z.string() }),
    }),
  }),
  z.object({
    ...placed,
    type: z.literal('release'),
    release: z.looseObject({
      source: z.string(),
      name: z.string(),
      namespace: z.string(),
      subcharts: z.array(z.looseObject({ name: z.string() })),
      toldBy: z.string(),
    }),
  }),
]);
const content = z.object({
  resources: z.record(z.string(), z.array(observation)),
});

/**
 * Observations of a namespace, by resource.
 *
 * @internal
 */
export type KeptResources = ReadonlyMap<string, readonly Observation[]>;

/**
 * Packs observations for the database.
 *
 * @internal
 */
export async function packCopy(options: {
  resources: KeptResources;
}): Promise<Buffer> {
  const resources = Object.fromEntries(options.resources);
  return compress(JSON.stringify({ resources }));
}

/**
 * Unpacks what {@link packCopy} has packed; throws for what is nothing of that kind.
 *
 * @internal
 */
export async function unpackCopy(options: {
  packed: Uint8Array;
}): Promise<KeptResources> {
  const bytes = await decompress(options.packed, {
    maxOutputLength: MAXIMUM_BYTES,
  });
  const { resources } = content.parse(JSON.parse(bytes.toString('utf8')));
  // Its own version of this program has written it, so what was not looked at has its shape.
  return new Map(Object.entries(resources)) as unknown as KeptResources;
}
