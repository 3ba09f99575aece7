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

import { nearestName } from '../../check/nearestName';
import { isMap } from '../../values/isMap';

/**
 * A key that a schema does not have.
 *
 * @internal
 */
export interface UnknownKey {
  readonly path: ReadonlyArray<string | number>;
  /** The key that was most likely meant. */
  readonly nearest?: string;
}

/**
 * The keys of values that a JSON schema does not name. A map of which it names
 * none is open.
 *
 * @internal
 */
export function unknownKeys(options: {
  values: unknown;
  schema: Readonly<Record<string, unknown>>;
  path: ReadonlyArray<string | number>;
  /** Keys at the top that are not looked at. */
  except?: ReadonlySet<string>;
}): UnknownKey[] {
  const { values, schema, path, except } = options;
  if (Array.isArray(values)) {
    const { items } = schema;
    return isMap(items)
      ? values.flatMap((item, index) =>
          unknownKeys({ values: item, schema: items, path: [...path, index] }),
        )
      : [];
  }
  const { properties, additionalProperties: others } = schema;
  if (!isMap(values) || (!isMap(properties) && !isMap(others))) {
    return [];
  }
  return Object.entries(values).flatMap(([key, value]): UnknownKey[] => {
    if (except?.has(key)) {
      return [];
    }
    const below =
      isMap(properties) && Object.hasOwn(properties, key)
        ? properties[key]
        : others;
    if (isMap(below)) {
      const inner = { values: value, schema: below, path: [...path, key] };
      return unknownKeys(inner);
    }
    const candidates = Object.keys(isMap(properties) ? properties : {});
    const nearest = nearestName({ name: key, candidates });
    return [{ path: [...path, key], ...(nearest && { nearest }) }];
  });
}
