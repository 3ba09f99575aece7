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
import { type Condition } from '../reading';
import { UnreadableError } from './UnreadableError';

/**
 * The conditions in an object's status, which kstatus converts to a type before it reads them
 * (`GetObjectWithConditions` in `util.go`): what is absent is empty, what has another type is an error.
 *
 * @internal
 */
export function typedConditions(
  resource: KubernetesObject,
): readonly Condition[] {
  const status = resource.status ?? {};
  if (!isMap(status)) {
    throw new UnreadableError('status is no map of fields');
  }
  const conditions = status.conditions ?? [];
  if (!Array.isArray(conditions)) {
    throw new UnreadableError('status.conditions is no list');
  }
  return conditions.map((condition: unknown) => ({
    type: text(condition, 'type'),
    status: text(condition, 'status'),
    reason: text(condition, 'reason'),
    message: text(condition, 'message'),
  }));
}

function text(condition: unknown, field: string): string {
  const fields = condition ?? {};
  const found = isMap(fields) ? fields[field] ?? '' : undefined;
  if (typeof found !== 'string') {
    throw new UnreadableError(`${field} of a condition is no text`);
  }
  return found;
}
