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

import fc from 'fast-check';

/** What is hard to cut into entries, or may leave something open. */
const ENTRIES = [
  ...['a: 1\n', 'b: |\n  x\n\n', 'c: |+\n  x\n\n\n', 'd: >-\n  x\n  y\n\n'],
  ...['e: "x\n  y"\n', 'f: [\n  1, 2\n]\n', "g: 'it''s'\n", 'h: &x\n  k: 1\n'],
  ...['i: *x\n', 'j:\n- p\n- q\n- p\n', 'k:\n', 'l:\n  # only a comment\n'],
  'm:\n  - name: a\n    v: 1\n  - name: b\n  - c\n',
  'n2:\n  o: 1\n  p: 2\n  q: { r: 1 }\n  s:\n    t: 1\n',
  'u: # why\n  v: |\n    x\n   \n  w: 1\n',
  ...['aa: plain\n  more\n', 'bb: {}\n', 'cc: !!str 1\n', 'dd: |2\n    deep\n'],
  'ee:\n  ff: "a: b"\n  gg: \'#\'\n',
  'hh:\n  - - a\n    - b\n  - - c\n',
  'ii:\n  -\n    a: 1\n  - b: 2\n    c: 3\n',
  'jj: x # tail\n# at the root\n',
  'kk:\n  a: 1\n  # inside\n# outside\n  b: 2\n',
  ...['ll: ---\n', 'mm: |\n  ---\n  ...\n', 'nn: {a: 1,\n  b: 2}\n'],
  'oo:\n- |\n  x\n- >+\n  y\n\n- z\n',
];
const ODD_ENTRIES = ['1: x\n', 'true: y\n', '"s": 1\n', '<<: *x\n', '? z\n'];

const lines = (text: string) => text.split('\n');

/**
 * Valid files, and some that are not, whose entries are hard to tell apart by their indentation.
 *
 * @internal
 */
export const awkwardDocument: fc.Arbitrary<string> = fc
  .record({
    head: fc.constantFrom('', '', '# c\n\n', '---\n', '%YAML 1.1\n---\n'),
    entries: fc.shuffledSubarray(ENTRIES, { minLength: 1, maxLength: 8 }),
    odd: fc.option(fc.constantFrom(...ODD_ENTRIES), { freq: 7 }),
    tail: fc.constantFrom('', '', '...\n', '# end\n', '\n\n'),
    finalNewline: fc.boolean(),
    eol: fc.constantFrom('\n', '\n', '\r\n'),
  })
  .map(({ head, entries, odd, tail, finalNewline, eol }) => {
    const text = head + entries.join('') + (odd ?? '') + tail;
    return (finalNewline ? text : text.replace(/\n$/, '')).replace(/\n/g, eol);
  });

const damages: ReadonlyArray<
  (text: string, at: number, other: number, token: string) => string
> = [
  // The text as it is.
  text => text,
  // A token anywhere, at the end of a line, on a line of its own.
  (text, at, _, token) => {
    const offset = at % (text.length + 1);
    return text.slice(0, offset) + token + text.slice(offset);
  },
  (text, at, _, token) =>
    lines(text)
      .map((line, index, all) =>
        index === at % all.length ? line + token : line,
      )
      .join('\n'),
  (text, at, _, token) =>
    lines(text)
      .toSpliced(at % lines(text).length, 0, token)
      .join('\n'),
  // Some characters less.
  (text, at, other) => {
    const offset = at % (text.length + 1);
    return text.slice(0, offset) + text.slice(offset + 1 + (other % 3));
  },
  // A line less, a line twice, two lines exchanged.
  (text, at) =>
    lines(text)
      .toSpliced(at % lines(text).length, 1)
      .join('\n'),
  (text, at, other) => {
    const all = lines(text);
    return all
      .toSpliced(at % all.length, 0, all[other % all.length])
      .join('\n');
  },
  (text, at, other) => {
    const all = lines(text);
    const [left, right] = [at % all.length, other % all.length];
    return all.with(left, all[right]).with(right, all[left]).join('\n');
  },
  // A line deeper, a line less deep.
  (text, at, other) =>
    lines(text)
      .map((line, index, all) =>
        index === at % all.length ? ' '.repeat(1 + (other % 3)) + line : line,
      )
      .join('\n'),
  (text, at) =>
    lines(text)
      .map((line, index, all) =>
        index === at % all.length ? line.replace(/^ {1,2}/, '') : line,
      )
      .join('\n'),
];

const TOKENS = [
  ...['"', "'", '|', '>', '[', ']', '{', '}', '#', ' #', ',', '%', '\t', '\\'],
  ...['---', '...', '- ', '? ', ': ', '&x ', '*x', '!!int ', '|+', ' 0', '\r'],
  ...['a: 1', 'a: 3', 'p: 2', 'z: |', 'z: "', 'z: [', '- p', '  - c', '0x1: 2'],
  ...['1: 2', '"a": 3', '"\\x61": 2', 'True: 1', 'yes: 1', '<<: 1', '  o: 3'],
];

/**
 * Ways in which a wrong replacement may damage a text; some leave it valid, and some leave it as it is.
 *
 * @internal
 */
export const damage: fc.Arbitrary<(text: string) => string> = fc
  .tuple(
    fc.constantFrom(...damages),
    fc.nat(10_000),
    fc.nat(10_000),
    fc.constantFrom(...TOKENS),
  )
  .map(
    ([apply, at, other, token]) =>
      text =>
        apply(text, at, other, token),
  );
