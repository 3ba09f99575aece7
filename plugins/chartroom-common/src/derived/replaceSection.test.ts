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
import { replaceSection } from './replaceSection';

const write = (text: string, content = 'new\n') =>
  replaceSection({ text, marker: 'diagram', content });

const section =
  '<!-- chartroom:diagram -->\nnew\n<!-- /chartroom:diagram -->\n';

describe('replaceSection', () => {
  it('replaces what stands between the markers, and nothing else', () => {
    expect(
      write(
        '# Shop\n\n<!-- chartroom:diagram -->\nold\n\nolder\n<!-- /chartroom:diagram -->\nmore\n',
      ),
    ).toBe(`# Shop\n\n${section}more\n`);
  });

  it.each([
    ['', section],
    ['# Shop\n', `# Shop\n\n${section}`],
    ['# Shop', `# Shop\n\n${section}`],
    ['# Shop\r\n', `# Shop\r\n\r\n${section.replaceAll('\n', '\r\n')}`],
  ])('appends the section to a text without it: %j', (text, expected) => {
    expect(write(text)).toBe(expected);
  });

  it('keeps the indentation and the end of a text whose last line is a marker', () => {
    expect(
      write('<!-- chartroom:diagram -->\n<!-- /chartroom:diagram -->'),
    ).toBe(section.trimEnd());
  });

  it('leaves the sections of others alone', () => {
    const other =
      '<!-- chartroom:services -->\nx\n<!-- /chartroom:services -->\n';
    expect(write(other)).toBe(`${other}\n${section}`);
  });

  it('takes markers in a block of code for an example', () => {
    const example =
      '````markdown\n<!-- chartroom:diagram -->\n```\n<!-- /chartroom:diagram -->\n````\n';
    expect(write(example)).toBe(`${example}\n${section}`);
  });

  it('replaces a section whose own block of code was never closed', () => {
    expect(
      write(
        '<!-- chartroom:diagram -->\n```mermaid\n<!-- /chartroom:diagram -->\nmore\n',
      ),
    ).toBe(`${section}more\n`);
  });

  it.each([
    ['an end without a start', '\n<!-- /chartroom:diagram -->\n', '2'],
    ['a start without an end', '<!-- chartroom:diagram -->\n', '1'],
    [
      'the wrong order',
      '<!-- /chartroom:diagram -->\n<!-- chartroom:diagram -->\n',
      '1, 2',
    ],
    ['two sections', `${section}${section}`, '1, 3, 4, 6'],
  ])('refuses %s', (_, text, lines) => {
    expect(() => write(text)).toThrow(
      `The markers of the section "diagram" are broken (line ${lines}): there must be one <!-- chartroom:diagram --> and after it one <!-- /chartroom:diagram -->. Mend them, or remove them all, and the section is written at the end.`,
    );
  });

  it('writes the same a second time, whatever stands around it', () => {
    const line = fc.constantFrom('', '# Shop', '```', '~~~', 'text', '- item');
    fc.assert(
      fc.property(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        (lines, eol) => {
          const text = lines.join(eol);
          const fences = lines.filter(it => /^[`~]{3}/.test(it)).length;
          fc.pre(fences === 0);
          const once = write(text);
          expect(once.startsWith(text)).toBe(true);
          expect(write(once)).toBe(once);
        },
      ),
    );
  });
});
