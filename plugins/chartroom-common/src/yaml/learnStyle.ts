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

import { isCollection, isPair } from 'yaml';
import { DEFAULT_YAML_STYLE, YamlStyle } from './emitYaml';
import type { BlockOutline } from './outlineBlock';
import { parseEntry } from './readValue';

/** Neighbours on each side whose style is looked at. */
const NEIGHBOURS = 6;
/** Characters of the file that are looked at where the neighbours do not tell. */
const SAMPLE_LENGTH = 20_000;

type Indentation = { indent?: number; indentLists?: boolean };

/** Reads from a key with nothing behind it, and the line below it, how deep the file indents. */
function learnIndentation(sample: string): Indentation {
  const learned: Indentation = {};
  const heads =
    /^( *(?:- +)*)[^\s#-][^\n]*:[ \t]*(?:#[^\n]*)?\r?\n(?=( *)(- )?[^\s#])/gm;
  for (const [, before, spaces, dash] of sample.matchAll(heads)) {
    const deeper = spaces.length - before.length;
    if (dash) {
      learned.indentLists ??= deeper > 0;
    } else if (deeper > 0) {
      learned.indent ??= deeper;
    }
    if (learned.indent !== undefined && learned.indentLists !== undefined) {
      break;
    }
  }
  return learned;
}

function learnPadding(
  sample: string,
  bracket: '\\{' | '\\[',
): boolean | undefined {
  const opened = new RegExp(
    `(?:^|[:,[-][ \\t]*)${bracket}(\\s?)[^\\]}\\s]`,
    'm',
  ).exec(sample);
  return opened ? opened[1] !== '' : undefined;
}

function learnQuote(sample: string): 'single' | 'double' {
  return /[-:,[{] *'/.test(sample) && !/[-:,[{] *"/.test(sample)
    ? 'single'
    : 'double';
}

/** Counts for every place below a neighbour how often it is written in one line, and how often not. */
function countFlow(
  node: unknown,
  path: readonly string[],
  counts: Map<string, number>,
): void {
  if (!isCollection(node) || node.items.length === 0) {
    return;
  }
  const place = JSON.stringify(path);
  counts.set(place, (counts.get(place) ?? 0) + (node.flow ? 1 : -1));
  for (const item of node.items) {
    countFlow(
      isPair(item) ? item.value : item,
      [...path, isPair(item) ? String(item.key) : '*'],
      counts,
    );
  }
}

/**
 * The style of the text around a place: how the neighbours there are indented, quoted, and which of their parts are
 * written in one line.
 *
 * @internal
 */
export function learnStyle(options: {
  text: string;
  /** The whole file, as it was. */
  whole: string;
  /** Where the new text goes: an index in an outline; absent inside brackets and in empty collections. */
  place?: { outline: BlockOutline; index: number };
}): YamlStyle {
  const { text, whole, place } = options;
  const neighbours = place
    ? place.outline.entries.slice(
        Math.max(0, place.index - NEIGHBOURS),
        place.index + NEIGHBOURS,
      )
    : [];
  const near = place
    ? neighbours
        .map(
          ({ start, end }) =>
            ' '.repeat(place.outline.column) + text.slice(start, end),
        )
        .join('')
    : '';
  const counts = new Map<string, number>();
  for (const entry of neighbours) {
    const { contents } = parseEntry({ text, entry });
    const [item] = isCollection(contents) ? contents.items : [];
    countFlow(isPair(item) ? item.value : item, [], counts);
  }
  const far = whole.slice(0, SAMPLE_LENGTH);
  const indentation = {
    ...learnIndentation(far),
    ...learnIndentation(near),
  };
  return {
    indent: indentation.indent ?? DEFAULT_YAML_STYLE.indent,
    indentLists: indentation.indentLists ?? DEFAULT_YAML_STYLE.indentLists,
    padBraces:
      learnPadding(near, '\\{') ??
      learnPadding(far, '\\{') ??
      DEFAULT_YAML_STYLE.padBraces,
    padBrackets:
      learnPadding(near, '\\[') ??
      learnPadding(far, '\\[') ??
      DEFAULT_YAML_STYLE.padBrackets,
    quote: learnQuote(near || far),
    isJson: false,
    isFlow: ([, ...path]) => (counts.get(JSON.stringify(path)) ?? 0) > 0,
  };
}
