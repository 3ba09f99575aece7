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

import { parseDocument, Scalar } from 'yaml';
import type { AppliedEdit, EditOf } from './AppliedEdit';
import type { Target } from './Target';
import { keepColumn } from './keepColumn';
import { locate } from './locate';
import { pathText, targetOffset } from './Target';
import { Refusal } from './Refusal';
import { restoration, restoreOf } from './restore';
import { doubleQuoted, isPrintable, scalarText } from './scalarText';
import type { Splice } from './Splice';
import { treeOfNode, treeOfValue } from './YamlTree';

/** A new value with the quotes that the old one has. */
function newText(
  value: string | number | boolean,
  old: Scalar,
  flow: boolean,
): string {
  if (typeof value === 'string' && old.type === 'QUOTE_DOUBLE') {
    return doubleQuoted(value);
  }
  if (
    typeof value === 'string' &&
    old.type === 'QUOTE_SINGLE' &&
    isPrintable(value)
  ) {
    return `'${value.replace(/'/g, "''")}'`;
  }
  return scalarText({ value, flow });
}

function refuse(target: Target, edit: EditOf<'setScalar'>): never {
  if (target.kind === 'missing') {
    throw new Refusal({
      offset: target.offset,
      reason: target.reason,
      advice: 'Add that first',
      isMissing: true,
    });
  }
  throw new Refusal({
    offset: targetOffset(target),
    reason: `${pathText(edit.path)} is not a value on one line`,
    advice: 'Correct the file, or the path of the edit',
  });
}

function oldValue(value: unknown): string | number | boolean {
  return typeof value === 'number' || typeof value === 'boolean'
    ? value
    : String(value ?? '');
}

/**
 * Replaces a scalar; undefined where it has the value already.
 *
 * @internal
 */
export function replaceScalar(options: {
  text: string;
  edit: EditOf<'setScalar'>;
}): AppliedEdit | undefined {
  const { text, edit } = options;
  const { path, value } = edit;
  const target = locate({ text, path });
  let splice: Splice;
  let old: unknown;
  if (target.kind === 'empty' && target.holder) {
    const { at } = target;
    splice = { start: at, end: at, text: ` ${scalarText({ value })}` };
  } else if (
    target.kind === 'scalar' &&
    !target.node.type?.startsWith('BLOCK')
  ) {
    const [start, end] = target.node.range!;
    old = target.node.value;
    splice = {
      start: target.from + start,
      end: target.from + end,
      text: newText(value, target.node, !target.holder),
    };
  } else {
    return refuse(target, edit);
  }
  if (old === value) {
    return undefined;
  }
  const restored = restoration({
    text,
    anchor: splice.start,
    restore: edit.restore,
  });
  const { start } = splice;
  splice = restored ?? keepColumn({ text, splice });
  return {
    splice,
    change: {
      kind: 'set',
      indices: target.indices,
      value: restored
        ? treeOfNode(parseDocument(restored.text).contents)
        : treeOfValue(value),
    },
    inverse: {
      op: 'setScalar',
      path,
      value: oldValue(old),
      restore: restoreOf({
        text,
        splice,
        anchor: old === undefined ? start + 1 : start,
      }),
    },
  };
}
