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

import { applied, baseFixture, now } from './__testUtils__/ruleFixtures';
import type { DerivedFile } from '../derived';
import { readPlatform } from '../platform';
import type { AgreementContext } from './AgreementContext';
import { applyChanges } from './applyChanges';
import { derivedDisagreements } from './derivedDisagreements';
import { checkPlatform } from './checkPlatform';
import { syncPlatform } from './syncPlatform';
import { SourceDocument } from '../matrix/SourceDocument';

const { files: base } = baseFixture();
const rule = 'derived-test';
const mark = '# Written by Chartroom from service-matrix.yaml; do not edit.\n';

function contextOf(written: Readonly<Record<string, string>>) {
  const files = new Map([...base, ...Object.entries(written)]);
  const platform = readPlatform({ files });
  const context = {
    platform,
    document: (path: string) =>
      SourceDocument.parse({
        file: path,
        text: files.get(path) ?? '',
        rulePrefix: 'test',
      }).document,
  } as AgreementContext;
  return { files, context };
}

/** What is said of a file, and what becomes of it. */
function outcome(
  file: DerivedFile,
  written: Readonly<Record<string, string>> = {},
) {
  const { files, context } = contextOf(written);
  const found = derivedDisagreements({ context, file });
  const after = applyChanges({
    files,
    changes: found.flatMap(({ changes = [] }) => changes),
    parsed: new Map(),
    refused: new Map(),
  });
  return {
    said: found.map(
      ({ finding }) => `${finding.rule} ${finding.line} ${finding.message}`,
    ),
    text: after.get(file.path),
  };
}

describe('derivedDisagreements', () => {
  const path = 'derived.yaml';

  it('writes a file that is missing or other, and names the first line', () => {
    const content = `${mark}a: 1\nb: 2\n`;
    const file: DerivedFile = { kind: 'file', rule, path, content };
    expect(outcome(file)).toEqual({
      said: [`${rule} undefined There is no ${path}.`],
      text: content,
    });
    expect(outcome(file, { [path]: `${mark}a: 1\nb: 3\n` })).toEqual({
      said: [
        `${rule} 3 ${path} is not what follows: line 3 is "b: 3", and should be "b: 2".`,
      ],
      text: content,
    });
    expect(outcome(file, { [path]: content }).said).toEqual([]);
    const windows = content.replaceAll('\n', '\r\n');
    expect(outcome(file, { [path]: windows }).said).toEqual([]);
  });

  it("leaves a person's file of the same name", () => {
    const file: DerivedFile = { kind: 'file', rule, path, content: mark };
    expect(outcome(file, { [path]: 'mine: 1\n' })).toEqual({
      said: [
        `${rule} 1 ${path} does not say in its first line that Chartroom writes it, so it is left as it is.`,
      ],
      text: 'mine: 1\n',
    });
  });

  it('writes a section between its markers', () => {
    const file: DerivedFile = {
      ...{ kind: 'section', rule, marker: 'test', content: 'new' },
      path: 'NOTES.md',
    };
    const section = (text: string) =>
      `Mine\n<!-- chartroom:test -->\n${text}\n<!-- /chartroom:test -->\nMine too\n`;
    expect(outcome(file, { 'NOTES.md': section('old') })).toEqual({
      said: [
        `${rule} 3 NOTES.md is not what follows: line 3 is "old", and should be "new".`,
      ],
      text: section('new'),
    });
    expect(
      outcome(file, { 'NOTES.md': '<!-- chartroom:test -->\n' }).said,
    ).toEqual([expect.stringContaining('The markers of the section')]);
  });

  it('writes entries of a file that people write too', () => {
    const file: DerivedFile = {
      ...{ kind: 'values', rule, path, start: '# Mine beside\n' },
      entries: [{ path: ['a', 'b'], value: 1 }],
    };
    expect(outcome(file).text).toBe('# Mine beside\na:\n  b: 1\n');
    expect(outcome(file, { [path]: 'mine: 1\n' })).toEqual({
      said: [`${rule} 1 a is not written; from the matrix follows { b: 1 }.`],
      text: 'mine: 1\na:\n  b: 1\n',
    });
  });

  it('removes what it wrote and nothing asks for, and nothing else', () => {
    const file: DerivedFile = { kind: 'absent', rule, path };
    expect(outcome(file).said).toEqual([]);
    expect(outcome(file, { [path]: 'mine: 1\n' }).text).toBe('mine: 1\n');
    expect(outcome(file, { [path]: `${mark}a: 1\n` })).toEqual({
      said: [`${rule} undefined Nothing asks for ${path} any more.`],
      text: undefined,
    });
  });

  it('is asked about all that follows from a platform', () => {
    const files = new Map(base);
    files.delete('catalog-info.yaml');
    const found = checkPlatform({ platform: readPlatform({ files }) });
    expect(found.map(it => it.rule)).toEqual(['derived-catalog']);
    const { changes } = syncPlatform({ files, now });
    expect(applied({ files, changes })).toEqual(base);
  });
});
