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

import { luaType } from './luaType';
import { RuleError } from './RuleError';

/**
 * The items of a list, as Lua's `ipairs` gives them: a map has none, and anything else is an error. Argo CD leaves out
 * what is null when it hands a list to Lua.
 *
 * @internal
 */
export function luaList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value.filter(item => item !== null && item !== undefined);
  }
  if (typeof value === 'object' && value !== null) {
    return [];
  }
  throw new RuleError(
    `bad argument #1 to ipairs (table expected, got ${luaType(value)})`,
  );
}
