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

const address = z.string().min(1).max(2048);
const word = z.string().min(1).max(255);

/**
 * Id of an operation, as it stands in commit trailers and addresses.
 *
 * @public
 */
export const operationIdSchema = z
  .string()
  .regex(
    /^[a-z0-9-]{8,64}$/,
    'an operation id has 8 to 64 characters of a-z, 0-9 and -',
  );

/**
 * Key of an effect within its operation.
 *
 * @public
 */
export const effectKeySchema = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9.-]{0,63}$/,
    'an effect key has at most 64 characters of a-z, 0-9, . and -',
  );

const effectTargetSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('repository'),
    url: address,
    commit: word.optional(),
  }),
  z.strictObject({
    kind: z.literal('chart'),
    repository: address,
    name: word,
    version: word,
    digest: word.optional(),
  }),
  z.strictObject({
    kind: z.literal('commit'),
    repository: address,
    branch: word,
    commit: word.optional(),
    url: address.optional(),
  }),
  z.strictObject({
    kind: z.literal('catalog-location'),
    target: address,
    entityRef: word,
    locationId: word.optional(),
  }),
]);

/**
 * An effect without its key and time: the body of a request that records it.
 *
 * @public
 */
export const effectBodySchema = z.strictObject({
  state: z.enum(['intended', 'done', 'undone', 'kept']),
  target: effectTargetSchema,
  note: z.string().max(2000).optional(),
});

/**
 * What opens an operation.
 *
 * @public
 */
export const beginOperationSchema = z.strictObject({
  id: operationIdSchema,
  kind: word,
  platform: word,
  subject: word,
  digest: word,
  createdBy: word,
});

/**
 * How an operation ends.
 *
 * @public
 */
export const finishOperationSchema = z.strictObject({
  state: z.enum(['completed', 'failed', 'undone']),
});

/**
 * An operation with its effects, as it goes over the wire.
 *
 * @public
 */
export const operationRecordSchema = beginOperationSchema.extend({
  state: z.enum(['running', 'undoing', 'completed', 'failed', 'undone']),
  createdAt: z.string(),
  effects: z.array(
    effectBodySchema.extend({ key: effectKeySchema, updatedAt: z.string() }),
  ),
});
