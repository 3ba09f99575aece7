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

import { isCollection, isMap, isPair, isScalar, Node, Pair } from 'yaml';
import { parseErrorReason } from './parseErrorReason';
import { identityOfNode, parseInline } from './readValue';
import { refuseKey, refuseUnsafeNode } from './refuseUnsafe';
import { Refusal } from './Refusal';
import { stepInto } from './stepInto';
import type { Holder, Target } from './Target';
import { missingTarget } from './Target';
import type { YamlPath } from './YamlEdit';

function nodeOf(item: unknown): Node | undefined {
  return ((isPair(item) ? item.value : item) as Node | null) ?? undefined;
}

function keyOf(item: unknown): Node | undefined {
  return isPair(item) ? ((item as Pair).key as Node) : (item as Node);
}

/**
 * Follows the rest of a path through scalars and brackets, which the parser reads.
 *
 * @internal
 */
export function locateInline(options: {
  text: string;
  path: YamlPath;
  /** How many steps of the path lead to the value. */
  depth: number;
  /** Where the value stands. */
  from: number;
  to: number;
  holder: Holder | undefined;
  /** The positions of the steps so far. */
  indices: readonly number[];
}): Target {
  const { text, path, depth, from, to } = options;
  const indices = [...options.indices];
  let { holder } = options;
  const document = parseInline({ text, from, to });
  const [error] = document.errors;
  if (error && /^\?\s/.test(text.slice(from, from + 2))) {
    refuseKey({ offset: from, path: path.slice(0, depth) });
  }
  if (error) {
    const offset = from + error.pos[0];
    throw new Refusal({
      offset,
      reason: parseErrorReason({ text, offset, error }),
      advice: 'Correct it first',
    });
  }
  let node: Node | undefined = document.contents ?? undefined;
  let offset = from;
  for (let index = depth; node; index += 1) {
    const here = path.slice(0, index);
    refuseUnsafeNode({ text, node, from, offset, path: here });
    if (index === path.length) {
      if (isScalar(node)) {
        return { kind: 'scalar', node, from, holder, indices };
      }
      if (isCollection(node)) {
        return {
          kind: 'flow',
          node: node as Extract<Target, { kind: 'flow' }>['node'],
          from,
          holder,
          indices,
        };
      }
    }
    if (!isCollection(node)) {
      break;
    }
    const items: unknown[] = node.items;
    const found = stepInto({
      kind: isMap(node) ? 'map' : 'list',
      path,
      depth: index,
      identities: key => items.map(item => identityOfNode(keyOf(item), key)),
      offsetOf: position => from + (keyOf(items[position])?.range?.[0] ?? 0),
    });
    if (found === undefined) {
      return missingTarget({ indices, offset, path, depth: index });
    }
    indices.push(found);
    node = nodeOf(items[found]);
    holder = undefined;
    offset = from + (node?.range?.[0] ?? 0);
  }
  return missingTarget({
    indices,
    offset,
    path,
    depth: Math.min(indices.length, path.length - 1),
  });
}
