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

import type { FileChange } from '../files';
import { findingsBeforeChanges } from './findingsBeforeChanges';

const files = new Map([
  ['list.yaml', 'a\nb\nc\nd\n'],
  ['gone.yaml', 'a\n'],
]);

function place(
  finding: { file: string; line?: number; message?: string; fix?: string },
  changes: readonly FileChange[],
) {
  const [found] = findingsBeforeChanges({
    findings: [{ rule: 'r', severity: 'error', message: 'm', ...finding }],
    ...{ files, changes },
  });
  return found;
}

function written(content: string): FileChange[] {
  return [{ kind: 'write', path: 'list.yaml', content }];
}

describe('findingsBeforeChanges', () => {
  const inserted = written('a\nb\nx\ny\nc\nd\n');

  it.each([
    ['before what is inserted', 2, inserted, 2],
    ['in what is inserted', 3, inserted, undefined],
    ['after what is inserted', 6, inserted, 4],
    ['after what is removed', 2, written('a\nd\n'), 4],
    ['in what is replaced', 2, written('a\nx\nc\nd\n'), undefined],
    ['in a file that stays', 3, [], 3],
    ['at the end', 5, written('a\nb\nc\nd\ne\n'), undefined],
  ] satisfies Array<[string, number, FileChange[], number | undefined]>)(
    'knows a line %s',
    (_, line, changes, expected) => {
      expect(place({ file: 'list.yaml', line }, changes).line).toBe(expected);
    },
  );

  it('names no line of a file that is not there', () => {
    const changes: FileChange[] = [
      { kind: 'write', path: 'new.yaml', content: 'a\n' },
      { kind: 'delete', path: 'gone.yaml' },
    ];
    expect(place({ file: 'new.yaml', line: 1 }, changes)).not.toHaveProperty(
      'line',
    );
    expect(place({ file: 'gone.yaml', line: 1 }, changes)).not.toHaveProperty(
      'line',
    );
  });

  it('rewrites the lines that a sentence mentions', () => {
    const said = { file: 'list.yaml', line: 6 };
    expect(
      place(
        {
          ...said,
          message: 'list.yaml, line 6, cannot be edited safely: no.',
          fix: 'Write domain: for dev in line 5.',
        },
        inserted,
      ),
    ).toEqual({
      ...{ rule: 'r', severity: 'error', file: 'list.yaml', line: 4 },
      message: 'list.yaml, line 4, cannot be edited safely: no.',
      fix: 'Write domain: for dev in line 3.',
    });
    expect(
      place(
        {
          ...said,
          message: 'list.yaml, line 3, cannot be edited safely: no.',
          fix: 'Write domain: for dev in line 4.',
        },
        inserted,
      ),
    ).toMatchObject({
      message: 'list.yaml cannot be edited safely: no.',
      fix: 'Write domain: for dev.',
    });
  });
});
