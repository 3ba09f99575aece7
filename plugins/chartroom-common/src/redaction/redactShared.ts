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
 * A redacted tree in which no text stands that is redacted in another place of it.
 *
 * @remarks
 * A YAML alias shows one text under several keys, of which perhaps one alone says that it is secret.
 *
 * @internal
 */
export function redactShared(options: {
  /** As it was. */
  tree: unknown;
  redacted: unknown;
}): unknown {
  const placeholders = new Map<unknown, string>();
  collect(options.tree, options.redacted, placeholders);
  return replaced(options.redacted, placeholders);
}

function collect(
  tree: unknown,
  redacted: unknown,
  placeholders: Map<unknown, string>,
): void {
  if (Array.isArray(tree) && Array.isArray(redacted)) {
    tree.forEach((item, index) => collect(item, redacted[index], placeholders));
  } else if (isMap(tree) && isMap(redacted)) {
    Object.entries(tree).forEach(([key, child]) =>
      collect(child, redacted[key], placeholders),
    );
  } else if (tree !== redacted && typeof redacted === 'string') {
    placeholders.set(tree, redacted);
  }
}

function replaced(
  tree: unknown,
  placeholders: ReadonlyMap<unknown, string>,
): unknown {
  if (Array.isArray(tree)) {
    return tree.map(item => replaced(item, placeholders));
  }
  return isMap(tree)
    ? Object.fromEntries(
        Object.entries(tree).map(([key, child]) => [
          key,
          replaced(child, placeholders),
        ]),
      )
    : placeholders.get(tree) ?? tree;
}
