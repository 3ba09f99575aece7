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

import type { Member } from './member';
import type { NewEntry } from './NewEntry';
import type { BlockOutline } from './outlineBlock';

/**
 * Where a new entry goes.
 *
 * @internal
 */
export interface Place {
  readonly index: number;
  /** Whether it begins its group, and so stands between what is above the group and the first member. */
  readonly isFirst: boolean;
}

/**
 * The place at which a new entry keeps the order of its group.
 *
 * @remarks
 * A group is in order where it has two members or more and they are sorted; a map that knows no groups where it has
 * three, as the keys of a description such as `name` and `version` may seem to be sorted. Where it is not known whether the comment
 * above the first member is about that alone, a new entry does not go above it but to the end.
 *
 * @internal
 */
export function placeEntry(options: {
  entry: NewEntry;
  /** What is there already. */
  members: readonly Member[];
  /** Whether a new entry can stand directly above a member. */
  canStandAbove: (member: Member) => boolean;
}): Place {
  const { entry, members, canStandAbove } = options;
  const behind = (index: number) => ({ index: index + 1, isFirst: false });
  if (entry.at !== undefined && entry.at <= members.length) {
    return entry.at === 0 ? { index: 0, isFirst: true } : behind(entry.at - 1);
  }
  const group = new Set(entry.group);
  const own = members.filter(({ identity }) => group.has(identity ?? ''));
  const peers = own.length > 0 ? own : members;
  const names = peers.map(({ identity }) => identity ?? '');
  const isSorted =
    names.length > (entry.kind === 'map' && own.length === 0 ? 2 : 1) &&
    names.every((name, index) => index === 0 || names[index - 1] <= name);
  const next = isSorted ? names.findIndex(name => name > entry.identity) : -1;
  if (next > 0) {
    return behind(peers[next - 1].index);
  }
  return next === 0 && canStandAbove(peers[0])
    ? { index: peers[0].index, isFirst: true }
    : behind(peers[peers.length - 1].index);
}

/**
 * How many blank lines stand between the entries of a group, other than above headings.
 *
 * @internal
 */
export function blankLinesBetween(options: {
  text: string;
  outline: BlockOutline;
  /** Positions of the group's members. */
  members: readonly number[];
}): number {
  const { text, outline, members } = options;
  const leads = members
    .filter(index => index > 0)
    .map(index => {
      const { lead, start } = outline.entries[index];
      return text.slice(lead, start);
    });
  const plain = leads.filter(lead => !lead.includes('#'));
  const counts = (plain.length > 0 ? plain : leads).map(
    lead => /^(?:[ \t]*\r?\n)*/.exec(lead)![0].split('\n').length - 1,
  );
  const separated = counts.filter(count => count > 0);
  return separated.length * 2 > counts.length ? separated[0] : 0;
}
