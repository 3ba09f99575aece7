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

import type { YamlEdit } from '../yaml';
import { isMap } from '../values/isMap';

/**
 * The edit that gives a place in a file of maps this value, whether it is there or not.
 *
 * @internal
 */
export function scalarEdits(options: {
  /** The file's content. */
  root: unknown;
  path: readonly string[];
  value: string | boolean;
}): YamlEdit[] {
  const { root, path, value } = options;
  let node = root;
  for (const [depth, key] of path.entries()) {
    if (!isMap(node) || !Object.hasOwn(node, key)) {
      const inner = path
        .slice(depth + 1)
        .reduceRight<unknown>((below, it) => ({ [it]: below }), value);
      return [
        { op: 'ensureMapEntry', path: path.slice(0, depth), key, value: inner },
      ];
    }
    node = node[key];
  }
  return node === value ? [] : [{ op: 'setScalar', path, value }];
}
