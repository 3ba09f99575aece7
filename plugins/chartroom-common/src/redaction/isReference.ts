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

import type { Redactor } from './Redactor';

const fields = [
  ...['name', 'key', 'keys', 'secret', 'secretName', 'configMap'],
  ...['optional', 'namespace'],
];
const variable = /^[A-Z][A-Z0-9_]*$/;

/**
 * Whether a map says in which Secret a value is, and under which key, rather than the value.
 *
 * @remarks
 * `secretKeyRef: { name, key }`, `DB_PASSWORD: { secret, key }`, `secret: { name, keys }`. A `{ key, secret }` under any
 * other name is believed to be a pair of credentials.
 *
 * @internal
 */
export function isReference(options: {
  map: Readonly<Record<string, unknown>>;
  /** The key that it stands under. */
  key: string;
  redactor: Redactor;
}): boolean {
  const { map, key, redactor } = options;
  const isOfFields = Object.keys(map).every(field => fields.includes(field));
  const isAbove =
    variable.test(key) || /ref$/i.test(key) || redactor.isSensitive(key);
  return isOfFields && isAbove && ('name' in map || 'key' in map);
}
