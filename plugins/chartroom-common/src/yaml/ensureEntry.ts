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

import type { AppliedEdit, EditOf } from './AppliedEdit';
import { insertionOf } from './insertionOf';
import { locate } from './locate';
import { pathText } from './Target';
import { collectionKind, membersOf } from './member';
import { memberNode } from './memberNode';
import type { NewEntry } from './NewEntry';
import { identityOfItem } from './readValue';
import { Refusal } from './Refusal';
import { insertionAnchor, restoration, restoreOf } from './restore';
import { Splice, spliceText } from './Splice';
import type { YamlEdit, YamlPath, YamlRestore } from './YamlEdit';
import { treeOfNode, treeOfValue, type YamlTree } from './YamlTree';

function newEntryOf(
  edit: EditOf<'ensureListItem' | 'ensureMapEntry'>,
): NewEntry {
  if (edit.op === 'ensureMapEntry') {
    return {
      kind: 'map',
      identity: edit.key,
      key: edit.key,
      value: edit.value,
      group: typeof edit.after === 'string' ? [edit.after] : edit.after,
    };
  }
  const identity = identityOfItem(edit.item, edit.key);
  if (identity === undefined) {
    throw new Refusal({
      offset: 0,
      reason: `the new item of ${pathText(edit.path)} has no \`${edit.key}\``,
      advice: `Give the item a \`${edit.key}\``,
    });
  }
  return {
    kind: 'list',
    identity,
    key: edit.key,
    value: edit.item,
    group: edit.place?.after,
    at: edit.place?.at,
  };
}

/** Looks up where an entry stands after its text was brought back, and what that text means. */
function findRestored(
  text: string,
  splice: Splice,
  path: YamlPath,
  entry: NewEntry,
): { index: number; start: number; value: YamlTree } {
  const changed = spliceText(text, splice);
  const target = locate({ text: changed, path });
  const member = membersOf({
    text: changed,
    target,
    key: entry.kind === 'list' ? entry.key : undefined,
  }).find(({ identity }) => identity === entry.identity);
  if (!member || (target.kind !== 'block' && target.kind !== 'flow')) {
    throw new Refusal({
      offset: splice.start,
      reason: `\`${entry.identity}\` cannot be brought back to ${pathText(
        path,
      )}`,
      advice: 'Make this change by hand',
    });
  }
  const { index, start } = member;
  const node = memberNode({ text: changed, target, index });
  return { index, start, value: treeOfNode(node) };
}

function inverseOf(
  edit: EditOf<'ensureListItem' | 'ensureMapEntry'>,
  entry: NewEntry,
  restore: YamlRestore,
): YamlEdit {
  const { path } = edit;
  const { identity, key } = entry;
  return entry.kind === 'map'
    ? { op: 'removeMapEntry', path, key: identity, restore }
    : {
        op: 'removeListItem',
        path,
        ...(key !== undefined && { key }),
        identity,
        restore,
      };
}

/**
 * Adds an entry to a map or list, unless it is there; undefined where it is.
 *
 * @internal
 */
export function ensureEntry(options: {
  text: string;
  edit: EditOf<'ensureListItem' | 'ensureMapEntry'>;
  /** Line break of the file. */
  eol: string;
  /** The whole file, as it was. */
  whole: string;
}): AppliedEdit | undefined {
  const { text, edit, eol, whole } = options;
  const { path, restore } = edit;
  const entry = newEntryOf(edit);
  const target = locate({ text, path });
  const members = membersOf({
    text,
    target,
    key: entry.kind === 'list' ? entry.key : undefined,
  });
  if (
    collectionKind(target) === entry.kind &&
    members.some(({ identity }) => identity === entry.identity)
  ) {
    return undefined;
  }
  const restored = restoration({
    text,
    anchor: insertionAnchor({ target, members, beside: restore?.beside }),
    restore,
  });
  const { splice, index, start, value } = restored
    ? { splice: restored, ...findRestored(text, restored, path, entry) }
    : {
        ...insertionOf({ text, path, target, members, entry, eol, whole }),
        value: treeOfValue(entry.value),
      };
  return {
    splice,
    change: {
      kind: 'insert',
      indices: target.indices,
      index,
      value,
      ...(entry.kind === 'map' && { key: entry.key }),
    },
    inverse: inverseOf(edit, entry, restoreOf({ text, splice, anchor: start })),
  };
}
