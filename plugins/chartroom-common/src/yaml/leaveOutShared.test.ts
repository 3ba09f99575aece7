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
import { editYaml } from './editYaml';
import { leaveOutShared } from './leaveOutShared';
import { parsedYaml } from './ParsedYaml';
import type { YamlEdit } from './YamlEdit';

function parsed(text: string) {
  return parsedYaml({ text, document: parseDocument(text) });
}

describe('what has not changed', () => {
  it('is left out of what the parser reads', () => {
    const many = Array.from({ length: 1000 }, (_, index) => index);
    const services = many.map(index => `  - name: s${index}\n    port: 1\n`);
    const values = many.map(index => `s${index}:\n  enabled: true\n`);
    const text = `${values.join('')}services:\n${services.join('')}`;
    const result = text
      .replace('s500:\n  enabled: true', 's500:\n  enabled: false')
      .replace('  - name: s700\n', '  - name: new\n  - name: s700\n');
    const short = leaveOutShared({ original: parsed(text), result });
    expect(short?.result.text).toBe(`s0: 0
s500:
  enabled: false
s501: 0
services:
  - 0
  - name: new
  - 0
`);
  });
});

describe('an edit of a text that was parsed before', () => {
  const before = 'a: 1\nb: 1\n';
  const edits: YamlEdit[] = [
    { op: 'ensureMapEntry', path: [], key: 'z', value: 1, after: 'a' },
  ];
  const expected = before.replace('b:', 'z: 1\nb:');

  it('is the same as of one that was not', () => {
    expect(
      editYaml({ file: 'f', text: before, edits, parsed: parsed(before) }),
    ).toEqual(editYaml({ file: 'f', text: before, edits }));
  });

  it('does not believe what belongs to another text', () => {
    const other = parsed('a: 1\nb: 2\n');
    const { text } = editYaml({
      file: 'f',
      text: before,
      edits,
      parsed: other,
    });
    expect(text).toBe(expected);
  });
});
