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

import { parseDocument } from 'yaml';
import type { TreeChange } from './changeTree';
import { parsedYaml } from './ParsedYaml';
import { verifyChanged, verifyWhole } from './verifyEdit';

function parsed(text: string) {
  return parsedYaml({ text, document: parseDocument(text) });
}

const before = `a: 1
b:
  c: "x"
  d: { e: 1 }
list:
  - name: one
    port: 1
  - name: two
  - three
last: end
`;

const add: TreeChange = {
  kind: 'insert',
  indices: [2],
  index: 1,
  value: { scalar: 'new' },
};
const addKey: TreeChange = {
  kind: 'insert',
  indices: [],
  index: 1,
  key: 'z',
  value: { scalar: 1 },
};

describe('verifying only what has changed', () => {
  it.each<[string, string, TreeChange[]]>([
    ['nothing', before, []],
    [
      'an item of a list',
      before.replace('  - name: two', '  - new\n  - name: two'),
      [add],
    ],
    ['an entry of the root', before.replace('b:', 'z: 1\nb:'), [addKey]],
    [
      'an entry and an item',
      before
        .replace('b:', 'z: 1\nb:')
        .replace('  - name: two', '  - new\n  - name: two'),
      [add, addKey],
    ],
    [
      'comments and blank lines',
      before
        .replace('b:', '\n# why\nb:')
        .replace('  - three', '  # 3\n\n  - three'),
      [],
    ],
    [
      'a value',
      before.replace('{ e: 1 }', '{ e: 2 }'),
      [{ kind: 'set', indices: [1, 1, 0], value: { scalar: 2 } }],
    ],
  ])('accepts %s', (_, result, changes) => {
    const original = parsed(before);
    expect(verifyChanged({ original, result, changes })).toBe(true);
    expect(verifyWhole({ original: before, result, changes })).toBe(true);
  });

  it.each<[string, string, TreeChange[]]>([
    ['a change that was not made', before, [add]],
    [
      'a change of another place',
      before.replace('  - three', '  - new\n  - three'),
      [add],
    ],
    [
      'a change that was made twice',
      before.replace('  - name: two', '  - new\n  - new\n  - name: two'),
      [add],
    ],
    [
      'two items exchanged',
      before.replace('  - name: two\n  - three', '  - three\n  - name: two'),
      [],
    ],
    [
      'an entry twice',
      before.replace('last', 'a: 1\nlast'),
      [{ ...addKey, index: 3, key: 'a' }],
    ],
    ['an entry lost', before.replace('a: 1\n', ''), []],
    ['a quote that is not closed', before.replace('b:', 'z: "1\nb:'), [addKey]],
    [
      'a quote that is closed far below',
      before.replace('a: 1', 'a: "1').replace('end', '"end'),
      [],
    ],
    [
      'a bracket that is not closed',
      before.replace('b:', 'z: [1\nb:'),
      [addKey],
    ],
    ['a list that becomes text', before.replace('list:', 'list: |'), []],
    [
      'an item that goes below another',
      before.replace('  - three', '    - three'),
      [],
    ],
    [
      'an entry that goes to another map',
      before.replace('last:', '  last:'),
      [],
    ],
    ['a file cut short', before.replace('list:', '...\nlist:'), []],
  ])('rejects %s', (_, result, changes) => {
    const original = parsed(before);
    expect(verifyChanged({ original, result, changes })).toBe(false);
    expect(verifyWhole({ original: before, result, changes })).toBe(false);
  });

  it.each([
    ['another spelling of a key', '1: x\na: 1\n', '0x1: y\n', '0x1'],
    ['a key in quotes', 'z: x\na: 1\n', '"z": y\n', 'z'],
  ])('rejects %s', (_, original, line, key) => {
    const result = original + line;
    const changes: TreeChange[] = [
      { kind: 'insert', indices: [], index: 2, key, value: { scalar: 'y' } },
    ];
    const options = { original: parsed(original), result, changes };
    expect(verifyChanged(options)).toBe(false);
    expect(verifyWhole({ ...options, original })).toBe(false);
  });

  it('rejects what reads differently below other directives', () => {
    const text = '---\na: on\n';
    const result = `%YAML 1.1\n${text}`;
    const changes: TreeChange[] = [];
    expect(verifyChanged({ original: parsed(text), result, changes })).toBe(
      false,
    );
    expect(verifyWhole({ original: text, result, changes })).toBe(false);
  });

  it('believes no entries but those that the parser found', () => {
    const result = before.replace('b:', 'z: 1\nb:');
    const { text, entries } = parsed(before);
    const { starts, below } = entries!;
    const wrong = [
      starts.slice(1),
      starts.with(1, starts[2]),
      [...starts, text.length],
    ];
    expect(
      [starts, ...wrong].map(other =>
        verifyChanged({
          original: { text, entries: { starts: other, below } },
          result,
          changes: [addKey],
        }),
      ),
    ).toEqual([true, false, false, false]);
  });
});
