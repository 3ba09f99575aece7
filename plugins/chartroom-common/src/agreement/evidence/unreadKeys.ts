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
import type { FileTree } from '../../files';
import { packagedChart } from './packagedChart';
import type { UnknownKey } from './unknownKeys';

/** What Helm reads itself, and charts need not name. */
const helmKeys = ['global', 'enabled', 'tags'];

/**
 * The keys of values that a chart of somebody else does not read: those that are
 * neither in its values, nor in its schema, nor the name of a subchart, and that
 * no template of it names.
 *
 * @internal
 */
export function unreadKeys(options: {
  values: Readonly<Record<string, unknown>>;
  chart: FileTree;
  path: ReadonlyArray<string | number>;
}): UnknownKey[] {
  const { values, chart, path } = options;
  const {
    values: own,
    schemaKeys,
    dependencies,
  } = packagedChart({
    files: chart,
  });
  const known = new Set([
    ...helmKeys,
    ...Object.keys(own),
    ...schemaKeys,
    ...dependencies.map(({ name, alias }) => alias ?? name),
  ]);
  return Object.keys(values)
    .filter(key => !known.has(key) && !isNamed({ chart, key }))
    .map(key => {
      const nearest = nearestName({ name: key, candidates: known });
      return { path: [...path, key], ...(nearest && { nearest }) };
    });
}

/** Whether a template names a value, as in `.Values.key` or `index .Values "key"`. */
function isNamed(options: { chart: FileTree; key: string }): boolean {
  const { chart, key } = options;
  const name = key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const named = new RegExp(`\\bValues\\b[^\\n]*(?:\\.${name}\\b|"${name}")`);
  return [...chart].some(
    ([file, text]) => /(?:^|\/)templates\//.test(file) && named.test(text),
  );
}
