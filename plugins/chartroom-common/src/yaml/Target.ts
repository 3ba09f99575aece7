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

import type { Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { BlockEntry, BlockOutline } from './outlineBlock';
import type { YamlPath } from './YamlEdit';

/**
 * The entry of a block collection that holds a value.
 *
 * @internal
 */
export interface Holder {
  readonly kind: 'map' | 'list';
  readonly column: number;
  readonly entry: BlockEntry;
  /** All entries of the collection. */
  readonly siblings: readonly BlockEntry[];
}

/**
 * What stands at a path.
 *
 * @internal
 */
export type Target = {
  /** The path as positions in each map or list. */
  readonly indices: readonly number[];
  /** Only where an entry of a block collection holds the whole value; the root and parts of brackets have none. */
  readonly holder?: Holder;
} & (
  | { readonly kind: 'block'; readonly outline: BlockOutline }
  /** Nothing is written; `at` is after the colon, or the end of an empty file. */
  | { readonly kind: 'empty'; readonly at: number }
  /** The ranges of a node count from `from`. */
  | {
      readonly kind: 'flow';
      readonly node: YAMLMap | YAMLSeq;
      readonly from: number;
    }
  | { readonly kind: 'scalar'; readonly node: Scalar; readonly from: number }
  | {
      readonly kind: 'missing';
      readonly offset: number;
      readonly reason: string;
    }
);

/**
 * Where in the text a target stands.
 *
 * @internal
 */
export function targetOffset(target: Target): number {
  switch (target.kind) {
    case 'block':
      return target.outline.entries[0].start;
    case 'empty':
      return target.at;
    case 'missing':
      return target.offset;
    default:
      return target.from + target.node.range![0];
  }
}

/**
 * One step of a path as people write it.
 *
 * @internal
 */
export function stepText(step: YamlPath[number]): string {
  return typeof step === 'object' ? `${step.key}=${step.value}` : String(step);
}

/**
 * A path as people write it.
 *
 * @internal
 */
export function pathText(path: YamlPath): string {
  const steps = path.map(step =>
    typeof step === 'string' ? `.${step}` : `[${stepText(step)}]`,
  );
  return path.length === 0
    ? 'the file'
    : `\`${steps.join('').replace(/^\./, '')}\``;
}

/**
 * The target of a path that leads nowhere from `depth` on.
 *
 * @internal
 */
export function missingTarget(options: {
  indices: readonly number[];
  /** Where the part that is there stands. */
  offset: number;
  path: YamlPath;
  depth: number;
}): Target {
  const { indices, offset, path, depth } = options;
  return {
    kind: 'missing',
    indices,
    offset,
    reason: `${pathText(path.slice(0, depth))} has no \`${stepText(
      path[depth],
    )}\``,
  };
}
