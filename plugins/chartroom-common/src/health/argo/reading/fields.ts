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

/**
 * A whole number; what is absent or null is the zero value of its type, as in Go.
 *
 * @internal
 */
export const integer = z
  .int()
  .nullish()
  .transform(value => value ?? 0);
/**
 * A text.
 *
 * @internal
 */
export const text = z
  .string()
  .nullish()
  .transform(value => value ?? '');
/**
 * Yes or no.
 *
 * @internal
 */
export const flag = z
  .boolean()
  .nullish()
  .transform(value => value ?? false);

/**
 * A number that may be left out, which is not to say that it is 0.
 *
 * @internal
 */
export const pointer = z
  .int()
  .nullish()
  .transform(value => value ?? undefined);

/**
 * A map of fields, each with its zero value where the map is absent.
 *
 * @internal
 */
export function struct<Shape extends z.ZodRawShape>(shape: Shape) {
  const schema = z.object(shape);
  return z.preprocess(value => value ?? {}, schema);
}

/**
 * A list, empty where it is absent.
 *
 * @internal
 */
export function list<Item extends z.ZodType>(item: Item) {
  return z.preprocess(value => value ?? [], z.array(item));
}

/**
 * The conditions in a status.
 *
 * @internal
 */
export const conditions = list(
  struct({ type: text, status: text, reason: text, message: text }),
);
