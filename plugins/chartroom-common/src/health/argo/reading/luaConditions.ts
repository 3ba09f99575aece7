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

import { luaField } from './luaField';
import { luaIndex } from './luaIndex';
import { luaList } from './luaList';

/**
 * A condition as Lua sees it: each field may be anything, or nil.
 *
 * @internal
 */
export interface LuaCondition {
  readonly type: unknown;
  readonly status: unknown;
  readonly reason: unknown;
  readonly message: unknown;
  readonly observedGeneration: unknown;
}

/**
 * The conditions of a list. As in Lua an item is read only when a rule comes to it, and only then is it an error that it
 * has no fields.
 *
 * @internal
 */
export function luaConditions(list: unknown): readonly LuaCondition[] {
  return luaList(list).map(condition => ({
    get type() {
      return luaIndex(condition, 'type');
    },
    get status() {
      return luaIndex(condition, 'status');
    },
    get reason() {
      return luaIndex(condition, 'reason');
    },
    get message() {
      return luaIndex(condition, 'message');
    },
    get observedGeneration() {
      return luaIndex(condition, 'observedGeneration');
    },
  }));
}

/**
 * The conditions in an object's status; none where it has no status or no conditions, as most rules ask first.
 *
 * @internal
 */
export function luaStatusConditions(object: unknown): readonly LuaCondition[] {
  const status = luaField(object, 'status');
  const list =
    status === undefined ? undefined : luaField(status, 'conditions');
  return list === undefined ? [] : luaConditions(list);
}
