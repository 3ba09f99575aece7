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

import { isMap as isMapNode, isScalar, isSeq, Scalar } from 'yaml';
import type { Document } from 'yaml';
import { isMap } from '../values/isMap';

/**
 * A stretch of a text, and what is to stand there.
 *
 * @internal
 */
export interface ScalarChange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const placeholder = /^«redacted [0-9a-f]{6}»$/;

/**
 * What to change in the text of a YAML document so that its texts are those of a tree of the same shape; in the order of
 * the text. Undefined where the tree cannot be followed.
 *
 * @internal
 */
export function scalarChanges(options: {
  text: string;
  document: Document;
  tree: unknown;
}): ScalarChange[] | undefined {
  const { text, document, tree } = options;
  const changes: ScalarChange[] = [];
  const isFollowed = follow({ node: document.contents, tree, text, changes });
  return isFollowed ? changes : undefined;
}

interface Step {
  readonly node: unknown;
  readonly tree: unknown;
  readonly text: string;
  readonly changes: ScalarChange[];
}

function follow(step: Step): boolean {
  const { node, tree, text, changes } = step;
  if (isMapNode(node)) {
    return (
      isMap(tree) &&
      node.items.every(
        ({ key, value }) =>
          isScalar(key) &&
          Object.hasOwn(tree, String(key.value)) &&
          follow({ ...step, node: value, tree: tree[String(key.value)] }),
      )
    );
  }
  if (isSeq(node)) {
    return (
      Array.isArray(tree) &&
      tree.length === node.items.length &&
      node.items.every((item, index) =>
        follow({ ...step, node: item, tree: tree[index] }),
      )
    );
  }
  if (isScalar(node)) {
    if (tree !== node.value && typeof tree === 'string' && node.range) {
      const [start, end] = node.range;
      changes.push({ start, end, text: scalarText(step, node, tree) });
      return true;
    }
    return tree === node.value;
  }
  return node === null && (tree === null || tree === undefined) && text !== '';
}

/** The new text in the style of the old one, where that can hold it. */
function scalarText(step: Step, node: Scalar, value: string): string {
  const [start, end] = node.range ?? [0, 0];
  const written = step.text.slice(start, end);
  if (node.type !== Scalar.BLOCK_LITERAL && node.type !== Scalar.BLOCK_FOLDED) {
    const isPlain = node.type === Scalar.PLAIN && placeholder.test(value);
    return isPlain ? value : JSON.stringify(value);
  }
  const [header] = written.split('\n', 1);
  const [, indent = ''] = /\n( +)\S/.exec(written) ?? [];
  const [breaks = ''] = /\n*$/.exec(written) ?? [];
  const lines = value.replace(/\n+$/, '').split('\n');
  const isLiteral =
    node.type === Scalar.BLOCK_LITERAL &&
    /^\|[-+]?\s*$/.test(header) &&
    indent !== '' &&
    lines.length > 1 &&
    /^\S/.test(lines[0]);
  return isLiteral
    ? `${header}\n${lines
        .map(line => (line === '' ? '' : indent + line))
        .join('\n')}${breaks}`
    : `${JSON.stringify(value)}${breaks}`;
}
