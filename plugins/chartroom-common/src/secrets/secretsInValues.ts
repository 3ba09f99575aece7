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

import type { RequiredSecret } from '../wiring';
import { isMap } from '../values/isMap';

/**
 * The Secrets that the values of a service on the common chart name.
 *
 * @remarks
 * Of `existingSecret` every key becomes environment, so its keys are known to
 * its author alone.
 *
 * @internal
 */
export function secretsInValues(options: {
  service: string;
  values: Readonly<Record<string, unknown>>;
}): RequiredSecret[] {
  const { service, values } = options;
  const found = new Map<string, Record<string, undefined>>();
  const { existingSecret, env, hooks } = values;
  if (typeof existingSecret === 'string' && existingSecret !== '') {
    found.set(existingSecret, {});
  }
  const environments = [env, ...entries(hooks).map(hookEnvironment)];
  for (const value of environments.flatMap(entries)) {
    if (
      isMap(value) &&
      typeof value.secret === 'string' &&
      typeof value.key === 'string'
    ) {
      const keys = found.get(value.secret) ?? {};
      found.set(value.secret, { ...keys, [value.key]: undefined });
    }
  }
  return [...found].map(([name, keys]) => ({
    name,
    neededBy: [service],
    keys,
  }));
}

function hookEnvironment(hook: unknown): unknown {
  return isMap(hook) && hook.enabled !== false ? hook.env : undefined;
}

function entries(value: unknown): unknown[] {
  return isMap(value) ? Object.values(value) : [];
}
