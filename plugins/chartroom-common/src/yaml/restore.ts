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

import type { Target } from './Target';
import type { Member } from './member';
import type { Splice } from './Splice';
import type { YamlRestore } from './YamlEdit';

/**
 * The exact replacement that an inverse edit carries; undefined where it carries none, or the text has changed.
 *
 * @internal
 */
export function restoration(options: {
  text: string;
  /** The place that the edit names. */
  anchor: number | undefined;
  restore: YamlRestore | undefined;
}): Splice | undefined {
  const { text, anchor, restore } = options;
  if (!restore || anchor === undefined) {
    return undefined;
  }
  const start = anchor + restore.offset;
  return start >= 0 && text.startsWith(restore.found, start)
    ? { start, end: start + restore.found.length, text: restore.text }
    : undefined;
}

/**
 * What an inverse edit must carry to undo a replacement exactly.
 *
 * @internal
 */
export function restoreOf(options: {
  /** Before the replacement. */
  text: string;
  splice: Splice;
  /** The place that the inverse edit names, in the new text. */
  anchor: number;
  beside?: YamlRestore['beside'];
}): YamlRestore {
  const { text, splice, anchor, beside } = options;
  return {
    found: splice.text,
    text: text.slice(splice.start, splice.end),
    offset: splice.start - anchor,
    ...(beside && { beside }),
  };
}

/**
 * The place that an edit counts from when it adds an entry that was removed.
 *
 * @internal
 */
export function insertionAnchor(options: {
  target: Target;
  members: readonly Member[];
  beside: YamlRestore['beside'];
}): number | undefined {
  const { target, members, beside } = options;
  if (beside) {
    const neighbour =
      beside.identity === undefined
        ? members[beside.index]
        : members.find(({ identity }) => identity === beside.identity);
    return beside.side === 'after' ? neighbour?.end : neighbour?.start;
  }
  if (target.kind === 'empty') {
    return target.at;
  }
  return target.kind === 'flow'
    ? target.from + target.node.range![0]
    : undefined;
}
