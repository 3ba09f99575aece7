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

import { insertIntoBlock } from './insertIntoBlock';
import { insertIntoFlow } from './insertIntoFlow';
import { isFlowCustomary } from './isFlowCustomary';
import type { Target } from './Target';
import { pathText, targetOffset } from './Target';
import { collectionKind, Member } from './member';
import type { Insertion, NewEntry } from './NewEntry';
import { Refusal } from './Refusal';
import { startBlock } from './startBlock';
import type { YamlPath } from './YamlEdit';

/**
 * The replacement that adds an entry to what stands at a path.
 *
 * @internal
 */
export function insertionOf(options: {
  text: string;
  path: YamlPath;
  target: Target;
  /** What is there already. */
  members: readonly Member[];
  entry: NewEntry;
  eol: string;
  /** The whole file, as it was. */
  whole: string;
}): Insertion {
  const { text, path, target, members, entry, eol, whole } = options;
  if (target.kind === 'missing') {
    throw new Refusal({
      offset: target.offset,
      reason: target.reason,
      advice: 'Add that first',
      isMissing: true,
    });
  }
  const kind = collectionKind(target);
  const isNull =
    target.kind === 'empty' ||
    (target.kind === 'scalar' && target.node.value === null);
  if (!isNull && kind !== entry.kind) {
    throw new Refusal({
      offset: targetOffset(target),
      reason: `${pathText(path)} is ${kind ? `a ${kind}` : 'text'}, where a ${
        entry.kind
      } is needed`,
      advice: 'Correct the file, or the path of the edit',
    });
  }
  if (target.kind === 'block') {
    return insertIntoBlock({ text, target, members, entry, eol, whole });
  }
  const isWholeValue = path.length === 0 || target.holder !== undefined;
  const { holder } = target;
  const isAtRoot = path.length === 1;
  const isBlockBetter =
    members.length === 0 &&
    !(holder && isFlowCustomary({ text, holder, whole, isAtRoot }));
  if (target.kind === 'flow' && !(isWholeValue && isBlockBetter)) {
    return insertIntoFlow({ text, target, members, entry, whole });
  }
  if (!isWholeValue) {
    throw new Refusal({
      offset: targetOffset(target),
      reason: `${pathText(path)} is \`null\` inside brackets`,
      advice: `Write it as an empty ${entry.kind} first`,
    });
  }
  return startBlock({ text, target, entry, eol, whole });
}
