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

import { isMap } from '../values/isMap';

/**
 * Where two trees differ: the deepest places that are not equal, in the order of the first.
 *
 * @remarks
 * An item of a list that has a `name` is compared with the one of the same name,
 * as Kubernetes merges containers and environments; others by their place.
 *
 * @internal
 */
export function treePaths(options: {
  before: unknown;
  after: unknown;
  path?: string;
}): string[] {
  const { before, after, path = '' } = options;
  if (Array.isArray(before) && Array.isArray(after)) {
    const names = namesOf([...before, ...after]);
    if (!names) {
      const length = Math.max(before.length, after.length);
      return Array.from({ length }, (_, index) => index).flatMap(index =>
        treePaths({
          before: before[index],
          after: after[index],
          path: `${path}[${index}]`,
        }),
      );
    }
    return names.flatMap(name =>
      treePaths({
        before: before.find(item => item.name === name),
        after: after.find(item => item.name === name),
        path: `${path}[${name}]`,
      }),
    );
  }
  if (isMap(before) && isMap(after)) {
    const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return keys.flatMap(key =>
      treePaths({
        before: before[key],
        after: after[key],
        path: path ? `${path}.${key}` : key,
      }),
    );
  }
  return Object.is(before, after) ? [] : [path];
}

/** The names of items, each once; undefined unless every item has one. */
function namesOf(items: readonly unknown[]): string[] | undefined {
  const names = items.flatMap(item =>
    isMap(item) && typeof item.name === 'string' ? [item.name] : [],
  );
  return names.length === items.length && names.length > 0
    ? [...new Set(names)]
    : undefined;
}
