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

import { sha256 } from './sha256';
import type { ChartDependency } from './Umbrella';

/**
 * Computes `digest` of a Chart.lock as Helm 3 and 4 do.
 *
 * @remarks
 * It is the SHA-256 of a JSON list of two lists: the dependencies of Chart.yaml
 * and those of the lock. Go writes the fields in the order of its struct,
 * leaves empty ones out except name and repository, sorts the keys of free
 * maps, and escapes what HTML could misread (helm `internal/resolver`,
 * `HashReq`).
 *
 * @public
 */
export function lockDigest(options: {
  dependencies: readonly ChartDependency[];
  locked: readonly ChartDependency[];
}): string {
  const lists = [options.dependencies, options.locked].map(list =>
    list.map(inFieldOrder),
  );
  const json = JSON.stringify(lists).replace(
    /[<>&\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `sha256:${sha256(json)}`;
}

function inFieldOrder(dependency: ChartDependency): Record<string, unknown> {
  const importValues = dependency['import-values'];
  return {
    name: dependency.name,
    ...(dependency.version && { version: dependency.version }),
    repository: dependency.repository ?? '',
    ...(dependency.condition && { condition: dependency.condition }),
    ...(dependency.tags?.length && { tags: dependency.tags }),
    ...(dependency.enabled && { enabled: true }),
    ...(importValues?.length && {
      'import-values': importValues.map(inKeyOrder),
    }),
    ...(dependency.alias && { alias: dependency.alias }),
  };
}

function inKeyOrder(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(inKeyOrder);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, inKeyOrder(item)]),
      )
    : value;
}
