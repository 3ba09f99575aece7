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

import { isMap } from '../../../values/isMap';
import { luaType } from './luaType';
import { RuleError } from './RuleError';

/**
 * A field, read as Lua does: one that is absent or null is nil, and a field of nil is an error.
 *
 * @internal
 */
export function luaIndex(value: unknown, field: string): unknown {
  if (typeof value === 'string') {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) {
    throw new RuleError(
      `attempt to index a ${luaType(value)} value with key '${field}'`,
    );
  }
  // A list has no named fields
  return isMap(value) && Object.hasOwn(value, field)
    ? value[field] ?? undefined
    : undefined;
}
