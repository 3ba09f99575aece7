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

import { isAlias, isCollection, isMap, isScalar, Lexer, Node } from 'yaml';
import type { BlockOutline } from './outlineBlock';
import { readKey } from './readKey';
import { readValue } from './readValue';
import { Refusal } from './Refusal';
import { pathText } from './Target';
import type { YamlPath } from './YamlEdit';

const BY_HAND = 'Make this change by hand';

/**
 * Refuses a key that is no plain text.
 *
 * @internal
 */
export function refuseKey(options: {
  offset: number;
  key?: string;
  path: YamlPath;
}): never {
  const { offset, key, path } = options;
  throw new Refusal({
    offset,
    reason:
      key === '<<'
        ? `${pathText(path)} holds a merge key (\`<<\`)`
        : `${pathText(path)} holds a key that is not plain text`,
    advice: BY_HAND,
  });
}

function refuseBraces(offset: number, path: YamlPath): never {
  throw new Refusal({
    offset,
    reason: `${pathText(path)} holds template braces (\`{{\`)`,
    advice: 'Put quotes around the template, or edit the file by hand',
  });
}

/**
 * Refuses a map or list in block style that an edit could change in two places, or change the meaning of.
 *
 * @internal
 */
export function refuseUnsafeBlock(options: {
  text: string;
  outline: BlockOutline;
  path: YamlPath;
  /** Whether it is the collection to be edited, and not only on the way. */
  isTarget: boolean;
}): void {
  const { text, outline, path, isTarget } = options;
  const { kind, entries } = outline;
  if (kind === 'map') {
    for (const { start } of entries) {
      const key = readKey({ text, offset: start })?.key;
      if (key === undefined && text.startsWith('{{', start)) {
        refuseBraces(start, path);
      }
      if (key === undefined || key === '<<') {
        refuseKey({ offset: start, key, path });
      }
    }
  }
  const first = entries[0].start;
  const braces = text.indexOf('{{', first);
  if (!isTarget || braces < 0 || braces > entries[entries.length - 1].end) {
    return;
  }
  for (const entry of entries) {
    const value = readValue({ text, kind, entry });
    if (value.kind === 'inline' && text.startsWith('{{', value.from)) {
      refuseBraces(value.from, path);
    }
  }
}

/**
 * Refuses a node that an edit could change in two places, or change the meaning of.
 *
 * @internal
 */
export function refuseUnsafeNode(options: {
  text: string;
  node: Node;
  /** Where the ranges of the node count from. */
  from: number;
  /** Where it stands, for messages. */
  offset: number;
  path: YamlPath;
}): void {
  const { text, node, from, offset, path } = options;
  const here = pathText(path);
  if (isAlias(node)) {
    throw new Refusal({
      offset,
      reason: `${here} is the alias \`*${node.source}\`, and an edit would change every place that uses it`,
      advice: 'Write the content out in place of the alias, or edit it by hand',
    });
  }
  if (node.anchor || node.tag) {
    throw new Refusal({
      offset,
      reason: node.anchor
        ? `${here} has the anchor \`&${node.anchor}\``
        : `${here} has the tag \`${node.tag}\``,
      advice: BY_HAND,
    });
  }
  if (!isCollection(node)) {
    return;
  }
  const [start, end] = node.range!;
  const own = text.slice(from + start, from + end);
  if (own.startsWith('{{')) {
    refuseBraces(offset, path);
  }
  for (const token of new Lexer().lex(own)) {
    if (token.startsWith('#')) {
      throw new Refusal({
        offset,
        reason: `${here} is written in brackets with comments inside`,
        advice:
          'Write it in block style, one entry per line, or edit it by hand',
      });
    }
  }
  const merge =
    isMap(node) &&
    node.items.find(({ key }) => !isScalar(key) || key.value === '<<');
  if (merge || !/^[[{]/.test(own)) {
    refuseKey({
      ...{ offset, path },
      key: merge && isScalar(merge.key) ? '<<' : undefined,
    });
  }
}
