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

import { parse } from 'yaml';
import { editYaml } from '../yaml';
import { blockDifferences } from './blockDifferences';
import { treeDifferences } from './treeDifferences';

function differences(text: string, expected: unknown, open = false) {
  const actual = parse(text)?.a;
  return treeDifferences({ actual, expected, path: ['a'], open });
}

/** The text after all edits of all differences. */
function mended(text: string, expected: unknown, open = false): string {
  const edits = differences(text, expected, open).flatMap(it => it.edits);
  return editYaml({ file: 'a.yaml', text, edits }).text;
}

describe('treeDifferences', () => {
  it.each([
    ['a: 1\n', 1],
    ['a: { b: 1, c: [1, { d: 2 }] }\n', { c: [1, { d: 2 }], b: 1 }],
    ['a: {}\n', {}],
    ['a: { b: 1 }\n', { b: 1, c: undefined }],
  ])('finds nothing in %j', (text, expected) => {
    expect(differences(text, expected)).toEqual([]);
  });

  it.each<[string, unknown, string[], string]>([
    ['a: old # why\n', 'new', ['different a'], 'a: new # why\n'],
    ['a: "8080"\n', 8080, ['different a'], 'a: 8080\n'],
    ['x: 1\n', true, ['missing a'], 'x: 1\na: true\n'],
    ['a: 1\nx: 1\n', undefined, ['unexpected a'], 'x: 1\n'],
    [
      'a:\n  b: 1 # kept\n  c: 2\n',
      { b: 1, d: 3, c: 4 },
      ['missing a.d', 'different a.c'],
      'a:\n  b: 1 # kept\n  d: 3\n  c: 4\n',
    ],
    [
      'a:\n  b: [1, 2]\n  c: 1\n',
      { b: [1, 3], c: 1 },
      ['different a.b'],
      'a:\n  c: 1\n  b:\n    - 1\n    - 3\n',
    ],
    ['a:\n', { b: 1 }, ['missing a.b'], 'a:\n  b: 1\n'],
    ['a:\n', {}, ['different a'], 'a: {}\n'],
    ['a:\n  b: 1\n', {}, ['unexpected a.b'], 'a: {}\n'],
    ['a:\n  b: 1\n', 2, ['different a'], 'a: 2\n'],
    ['a: 1\n', { b: 2 }, ['different a'], 'a:\n  b: 2\n'],
  ])('mends %j', (text, expected, places, result) => {
    expect(
      differences(text, expected).map(
        ({ kind, path }) => `${kind} ${path.join('.')}`,
      ),
    ).toEqual(places);
    expect(mended(text, expected)).toBe(result);
    expect(differences(result, expected)).toEqual([]);
  });

  it('leaves what people wrote where maps are open', () => {
    const text = 'a:\n  own: 1\n  b:\n    own: 2\n';
    expect(mended(text, { b: { c: 1 } }, true)).toBe(
      'a:\n  own: 1\n  b:\n    own: 2\n    c: 1\n',
    );
  });

  it('does not take what every object has for a key', () => {
    expect(differences('a: {}\n', { constructor: 1 })).toMatchObject([
      { kind: 'missing', path: ['a', 'constructor'] },
    ]);
    expect(differences('a: { toString: 1 }\n', {})).toMatchObject([
      { kind: 'unexpected', path: ['a', 'toString'] },
    ]);
  });
});

describe('blockDifferences', () => {
  const mend = (
    text: string,
    path: Parameters<typeof blockDifferences>[0]['path'],
    expected: unknown,
  ) => {
    const root = parse(text);
    const edits = blockDifferences({ root, path, expected }).flatMap(
      it => it.edits,
    );
    return editYaml({ file: 'a.yaml', text, edits }).text;
  };

  it.each([
    ['', 'a:\n  b:\n    c: 1\n'],
    ['x: 1\n', 'x: 1\na:\n  b:\n    c: 1\n'],
    ['a: {}\n', 'a:\n  b:\n    c: 1\n'],
    ['a:\n', 'a:\n  b:\n    c: 1\n'],
    ['a:\n  b: # ours\n', 'a:\n  b: # ours\n    c: 1\n'],
    ['a:\n  own: 2\n', 'a:\n  own: 2\n  b:\n    c: 1\n'],
  ])('makes the way to a block in %j', (text, result) => {
    expect(mend(text, ['a', 'b'], { c: 1 })).toBe(result);
  });

  it('finds an item of a list by its name, and adds it', () => {
    const path = ['list', { key: 'name', value: 'b' }];
    const item = { name: 'b', version: 2 };
    const text = 'list:\n  - name: a\n    version: 1\n';
    const added = `${text}  - name: b\n    version: 2\n`;
    expect(mend(text, path, item)).toBe(added);
    expect(mend(added.replace('2', '1'), path, item)).toBe(added);
    expect(mend(added, path, undefined)).toBe(text);
    expect(mend('x: 1\n', path, item)).toBe(
      'x: 1\nlist:\n  - name: b\n    version: 2\n',
    );
  });

  it('asks for nothing where there should be no block, and is none', () => {
    expect(
      blockDifferences({
        root: { a: 1 },
        path: ['b', 'c'],
        expected: undefined,
      }),
    ).toEqual([]);
  });
});
