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

import { isMap } from '../../values/isMap';
import type { KubernetesObject } from '../../kubernetes';
import { UnreadableError } from './UnreadableError';

/**
 * A generation in the metadata or the status; undefined where it is absent, an error where it is no whole number
 * (`unstructured.NestedInt64`).
 *
 * @internal
 */
export function generationAt(
  resource: KubernetesObject,
  part: 'metadata' | 'status',
  field: string,
): number | undefined {
  const fields: unknown = resource[part] ?? {};
  const found = isMap(fields) ? fields[field] : null;
  if (found === undefined) {
    return undefined;
  }
  if (typeof found !== 'number' || !Number.isInteger(found)) {
    throw new UnreadableError(`${part}.${field} is no whole number`);
  }
  return found;
}
