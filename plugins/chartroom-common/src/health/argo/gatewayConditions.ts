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

import type { HealthStatus } from '../types';
import { luaMessage, luaText, type LuaCondition } from './reading';
import { degraded, progressing } from './result';

/**
 * What the conditions of a route's parent, of a Gateway or of its listener say; undefined where all is well.
 *
 * @internal
 */
export function gatewayConditions(options: {
  conditions: readonly LuaCondition[];
  /** What the message begins with; empty for a Gateway itself. */
  prefix: () => string;
  /** The message while it is not programmed, where the condition has none. */
  waiting: string;
}): HealthStatus | undefined {
  const { conditions, prefix, waiting } = options;
  const said = ({ message }: LuaCondition, otherwise: string) => {
    const begin = prefix();
    const text = message === undefined ? otherwise : message;
    return begin ? `${begin}${luaText(text)}` : luaMessage(text);
  };
  const failures = ['ResolvedRefs', 'Accepted'].map(type => ({
    type,
    condition: conditions.find(
      condition => condition.type === type && condition.status === 'False',
    ),
  }));
  for (const { type, condition } of failures) {
    if (condition) {
      return degraded(said(condition, `Failed condition: ${type}`));
    }
  }
  const pending = conditions.find(
    ({ type, status }) => type === 'Programmed' && status !== 'True',
  );
  return pending && progressing(said(pending, waiting));
}
