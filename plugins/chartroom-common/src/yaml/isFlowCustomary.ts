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

import { documentBody } from './documentBody';
import type { BlockEntry } from './outlineBlock';
import { outlineBlock } from './outlineBlock';
import { readValue } from './readValue';
import type { Holder } from './Target';
import { valuesOfKey } from './valuesOfKey';

/** Entries on each side whose values are looked at. */
const NEIGHBOURS = 6;

const FILLED_BRACKETS = /^[ \t]*(?:\{\s*[^\s}{]|\[\s*[^\s\]])/;
const NEXT_LINE =
  /^[ \t]*(?:#[^\n]*)?\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)(- |-\r?\n)?[^\s#]/;

/** One for a value in brackets that is not empty, less one for a value in block style, none for others. */
function balanceOfValue(value: string, column: number): number {
  if (FILLED_BRACKETS.test(value)) {
    return 1;
  }
  const [, spaces, dash] = NEXT_LINE.exec(value) ?? [];
  const isBlock =
    spaces !== undefined && spaces.length >= column + (dash ? 0 : 1);
  return isBlock ? -1 : 0;
}

/** The same of the values of some entries. */
function balanceOf(
  text: string,
  kind: 'map' | 'list',
  entries: readonly BlockEntry[],
): number {
  return entries.reduce((balance, entry) => {
    const value = readValue({ text, kind, entry });
    if (value.kind === 'block') {
      return balance - 1;
    }
    return value.kind === 'inline' &&
      FILLED_BRACKETS.test(text.slice(value.from, value.to))
      ? balance + 1
      : balance;
  }, 0);
}

/**
 * Whether the values like the one that an entry holds are written in brackets: those of the same key in the file, or
 * where there are none the values beside it.
 *
 * @internal
 */
export function isFlowCustomary(options: {
  text: string;
  holder: Holder;
  /** The whole file, as it was. */
  whole: string;
  isAtRoot: boolean;
}): boolean {
  const { text, holder, whole, isAtRoot } = options;
  const { kind, column, entry, siblings } = holder;
  const ofKey = valuesOfKey({ text, holder, whole }).reduce(
    (balance, value) => balance + balanceOfValue(value, column),
    0,
  );
  if (ofKey !== 0) {
    return ofKey > 0;
  }
  const root = isAtRoot
    ? outlineBlock({ text: whole, ...documentBody({ text: whole }) })
    : undefined;
  if (root) {
    return balanceOf(whole, root.kind, root.entries) > 0;
  }
  const index = siblings.indexOf(entry);
  const near = siblings.slice(
    Math.max(0, index - NEIGHBOURS),
    index + NEIGHBOURS,
  );
  return balanceOf(text, kind, near) > 0;
}
