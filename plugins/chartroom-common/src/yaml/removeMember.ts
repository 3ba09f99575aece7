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

import { isCollection, isNode, isPair, parseDocument, visit } from 'yaml';
import type { AppliedEdit, EditOf } from './AppliedEdit';
import type { Target } from './Target';
import { locate } from './locate';
import { pathText } from './Target';
import { collectionKind, Member, membersOf } from './member';
import { memberNode } from './memberNode';
import { Refusal } from './Refusal';
import { removalOf } from './removalOf';
import { insertionAnchor, restoration, restoreOf } from './restore';
import { Splice, spliceText } from './Splice';
import type { YamlRestore } from './YamlEdit';

type CollectionTarget = Extract<Target, { kind: 'block' | 'flow' }>;

/** What stands there, with the aliases in it resolved. */
function valueOf(
  text: string,
  target: CollectionTarget,
  index: number,
): unknown {
  const node = memberNode({ text, target, index });
  let hasAlias = false;
  visit(node ?? null, {
    Alias: () => {
      hasAlias = true;
      return visit.BREAK;
    },
  });
  if (!hasAlias) {
    return node?.toJSON() ?? null;
  }
  const document = parseDocument(text, { prettyErrors: false });
  const found = [...target.indices, index].reduce<unknown>(
    (inner, position) => {
      const item = isCollection(inner) ? inner.items[position] : undefined;
      return isPair(item) ? item.value : item;
    },
    document.contents,
  );
  return isNode(found) ? found.toJS(document) : null;
}

/** What brings the entry back, counted from the neighbour that is left. */
function restoreOfRemoval(
  text: string,
  splice: Splice,
  edit: EditOf<'removeListItem' | 'removeMapEntry'>,
  member: Member,
): YamlRestore | undefined {
  const changed = spliceText(text, splice);
  const target = locate({ text: changed, path: edit.path });
  const members = membersOf({
    text: changed,
    target,
    key: edit.op === 'removeListItem' ? edit.key : undefined,
  });
  const neighbour = members[Math.max(0, member.index - 1)];
  const beside: YamlRestore['beside'] =
    target.kind === 'block' && neighbour
      ? {
          side: member.index > 0 ? 'after' : 'before',
          index: neighbour.index,
          identity: neighbour.identity,
        }
      : undefined;
  const anchor = insertionAnchor({ target, members, beside });
  return anchor === undefined
    ? undefined
    : restoreOf({ text, splice, anchor, beside });
}

/**
 * Removes an entry from a map or list; undefined where there is none.
 *
 * @internal
 */
export function removeMember(options: {
  text: string;
  edit: EditOf<'removeListItem' | 'removeMapEntry'>;
}): AppliedEdit | undefined {
  const { text, edit } = options;
  const { path } = edit;
  const isMap = edit.op === 'removeMapEntry';
  const identity = isMap ? edit.key : edit.identity;
  const target = locate({ text, path });
  if (
    (target.kind !== 'block' && target.kind !== 'flow') ||
    (collectionKind(target) === 'map') !== isMap
  ) {
    return undefined;
  }
  const members = membersOf({
    text,
    target,
    key: isMap ? undefined : edit.key,
  });
  const [member, twin] = members.filter(one => one.identity === identity);
  if (!member) {
    return undefined;
  }
  if (twin) {
    throw new Refusal({
      offset: twin.start,
      reason: `${pathText(path)} holds \`${identity}\` twice`,
      advice: 'Remove one of the two',
    });
  }
  const { index } = member;
  const splice =
    restoration({ text, anchor: member.start, restore: edit.restore }) ??
    removalOf({ text, path, target, members, index });
  const value = valueOf(text, target, index);
  const restore = restoreOfRemoval(text, splice, edit, member);
  return {
    splice,
    change: { kind: 'remove', indices: target.indices, index },
    inverse: isMap
      ? {
          op: 'ensureMapEntry',
          path,
          key: identity,
          value,
          after: members[index - 1]?.identity,
          restore,
        }
      : { op: 'ensureListItem', path, key: edit.key, item: value, restore },
  };
}
