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

import { stringifyYamlScalar } from '@chartroom/backstage-plugin-chartroom-common';

type Scalar = string | number | boolean;

/** Characters that show nothing, or show the text around them in another order. */
const INVISIBLE =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g;

/** A text on one line: line breaks and what cannot be seen become spaces. */
function oneLine(value: Scalar): string {
  return String(value).replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** A character that every reader of Markdown takes for itself. */
function entity(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** A word that no shell, Dockerfile or environment file reads anything into. */
function isWord(text: string): boolean {
  return /^[A-Za-z0-9_/:=.,@%+-]+$/.test(text);
}

function quotedForEnvironment(text: string): string {
  const quote = [`'`, `"`, '`'].find(character => !text.includes(character));
  return quote ? quote + text + quote : text;
}

/**
 * A filter of a skeleton.
 *
 * @internal
 */
export interface SkeletonFilter {
  readonly apply: (value: Scalar) => Scalar;
  /** Whether what it writes is one word of another language, so that it stays data. */
  readonly isEscape: boolean;
  /** What may stand before it on its line, and behind it. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** Where it must stand, in words. */
  readonly place?: string;
}

/**
 * The filters of a skeleton.
 *
 * @internal
 */
export const filters: Readonly<Record<string, SkeletonFilter>> = {
  json: {
    apply: value =>
      JSON.stringify(value).replace(
        /[<>&\u2028\u2029]/g,
        character =>
          `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
      ),
    isEscape: true,
    before: /(?:^|[\s:=(,[{+?&|!<>])$/,
    after: /^(?:$|[\s:,;)\]}+?&|!<>.=])/,
    place: 'a whole value: it brings its own quotes',
  },
  yaml: {
    apply: stringifyYamlScalar,
    isEscape: true,
    before: /^(?:\s*(?:- +)*(?:[^\s:][^:]*:\s+)?|.*[[{](?:[^\]}]*[:,])?\s*)$/,
    after: /^(?:[ \t]*$|\s*[,\]}]|:| +#)/,
    place: 'a whole value: it brings its own quotes',
  },
  shell: {
    apply: value => {
      const text = String(value);
      return isWord(text) ? text : `'${text.replace(/'/g, `'"'"'`)}'`;
    },
    isEscape: true,
    place: 'outside of quotes: it brings its own',
  },
  dockerfile: {
    apply: value => {
      const text = oneLine(value);
      return isWord(text)
        ? text
        : `"${text.replace(/[\\"$]/g, character => `\\${character}`)}"`;
    },
    isEscape: true,
    before: /[\s=]$/,
    after: /^(?:\s|$)/,
    place: 'a whole word: it brings its own quotes',
  },
  env: {
    apply: value => {
      const text = oneLine(value);
      return isWord(text) ? text : quotedForEnvironment(text);
    },
    isEscape: true,
    before: /^[A-Z_][A-Z0-9_]*=$/,
    after: /^\s*$/,
    place: 'the whole value behind NAME=',
  },
  markdown: {
    apply: value =>
      oneLine(value)
        .replace(/[\\`*{}[\]]/g, '\\$&')
        .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
        .replace(/&|<|>|\||~|^[-+=#!?:]|#$/g, entity)
        .replace(/^(\d+)([.)])/, '$1\\$2'),
    isEscape: true,
    before: /^(?:[^`]*`[^`]*`)*[^`]*$/,
    place: 'outside of backticks; | code brings its own',
  },
  code: {
    apply: value => {
      const text = oneLine(value);
      const longest = (text.match(/`+/g) ?? []).reduce(
        (length, run) => Math.max(length, run.length),
        0,
      );
      const fence = '`'.repeat(longest + 1);
      const pad = longest > 0 || text === '' ? ' ' : '';
      return fence + pad + text.replace(/\|/g, '\\|') + pad + fence;
    },
    isEscape: true,
    before: /^(?:[^`]*`[^`]*`)*[^`]*$/,
    after: /^(?!`)/,
    place: 'outside of backticks: it brings its own',
  },
  upper: { apply: value => String(value).toUpperCase(), isEscape: false },
  lower: { apply: value => String(value).toLowerCase(), isEscape: false },
};

/** File names, and the filters that make a value safe in such a file. */
const BY_FILE: ReadonlyArray<readonly [RegExp, readonly string[]]> = [
  [/\.ya?ml$/, ['yaml']],
  [/\.(?:json|[mc]?[jt]sx?)$/, ['json']],
  [
    /(?:^|\/)(?:Dockerfile|Containerfile)(?:\.[^/]*)?$|\.dockerfile$/,
    ['dockerfile'],
  ],
  [/(?:^|\/)\.env(?:\.[^/]*)?$|\.env$/, ['env']],
  [/\.(?:sh|bash)$/, ['shell']],
  // A Makefile is read by make before the shell reads it
  [/(?:^|\/)Makefile$|\.mk$/, []],
  [/\.md$/, ['markdown', 'code', 'shell']],
];

/**
 * The filters of which the last one of a value must be one, in a file of this name.
 *
 * @internal
 */
export function escapingFilters(file: string): readonly string[] {
  const found = BY_FILE.find(([pattern]) => pattern.test(file));
  return (
    found?.[1] ?? Object.keys(filters).filter(name => filters[name].isEscape)
  );
}
