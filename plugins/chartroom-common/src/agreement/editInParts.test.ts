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

import { editYaml, type ParsedYaml, type YamlEdit } from '../yaml';
import { SourceDocument } from '../matrix/SourceDocument';
import { editInParts } from './editInParts';

const file = 'a.yaml';

function parsed(text: string): ParsedYaml | undefined {
  return SourceDocument.parse({ file, text, rulePrefix: 'test' }).document
    ?.parsed;
}

function both(text: string, edits: readonly YamlEdit[]) {
  return {
    parts: editInParts({ file, text, edits, parsed: parsed(text) }),
    whole: editYaml({ file, text, edits }).text,
  };
}

const names = Array.from({ length: 20 }, (_, index) => `service-${index}`);

const values = (eol: string) =>
  [
    '# All services',
    '',
    ...names.flatMap((name, index) => [
      ...(index % 5 === 0 ? ['', `# Group ${index}`] : []),
      `${name}: # a service`,
      '  enabled: true',
      '  wiring:',
      '    callers: {}',
      '    port: 8080',
    ]),
    '',
  ].join(eol);

const valuesEdits = names.flatMap((name, index): YamlEdit[] => [
  { op: 'setScalar', path: [name, 'wiring', 'port'], value: index },
  {
    op: 'ensureMapEntry',
    path: [name, 'wiring', 'callers'],
    key: 'web',
    value: true,
  },
  { op: 'removeMapEntry', path: [name], key: 'enabled' },
]);

const chart = `name: umbrella
dependencies:
${names
  .map(name => `  # ${name}\n  - name: ${name}\n    version: 1.0.0\n`)
  .join('')}`;

const chartEdits = names.flatMap((value): YamlEdit[] => {
  const path = ['dependencies', { key: 'name', value }];
  return [
    { op: 'setScalar', path: [...path, 'version'], value: '2.0.0' },
    {
      op: 'ensureMapEntry',
      path,
      key: 'condition',
      value: `${value}.enabled`,
    },
  ];
});

describe('editInParts', () => {
  it.each([
    ['entries of a map', values('\n'), valuesEdits],
    ['lines that end with CRLF', values('\r\n'), valuesEdits],
    ['no line break at the end', values('\n').trimEnd(), valuesEdits],
    ['a file that begins with ---', `---\n${values('\n')}`, valuesEdits],
    ['items of a list', chart, chartEdits],
    [
      'the root too',
      values('\n'),
      [
        ...valuesEdits,
        { op: 'removeMapEntry', path: [], key: 'service-3' } as const,
        {
          op: 'ensureMapEntry',
          path: [],
          key: 'service-new',
          value: { enabled: false },
          after: 'service-4',
        } as const,
      ],
    ],
    [
      'an entry that the same edits make',
      values('\n'),
      [
        ...valuesEdits,
        {
          op: 'ensureMapEntry',
          path: [],
          key: 'new',
          value: { a: 1 },
        } as const,
        { op: 'setScalar', path: ['new', 'a'], value: 2 } as const,
      ],
    ],
    [
      'the style of other parts',
      `first:\n  wiring:\n    callers: { a: true }\n${values('\n')}`,
      valuesEdits,
    ],
    [
      'an anchor that another part uses',
      `${values('\n')}anchored: &port 1\nuser: *port\n`,
      valuesEdits,
    ],
  ])('does as editYaml does: %s', (_, text, edits) => {
    const { parts, whole } = both(text, edits);
    expect(parts).toBe(whole);
    expect(parts).not.toBe(text);
  });

  it('refuses as editYaml does, with the line in the whole file', () => {
    const text = values('\n').replace(
      'service-19: # a service\n  enabled: true\n',
      'service-19:\n  <<: *base\n  enabled: true\n',
    );
    const edits = valuesEdits;
    const refusal = (edit: () => unknown) => {
      try {
        return edit();
      } catch (error) {
        return String(error);
      }
    };
    const whole = refusal(() => editYaml({ file, text, edits }));
    expect(whole).toMatch(/line \d+, cannot be edited safely/);
    expect(
      refusal(() => editInParts({ file, text, edits, parsed: parsed(text) })),
    ).toBe(whole);
  });

  it('takes a time that grows with the number of edits', () => {
    const many = Array.from({ length: 1500 }, (_, index) => `s-${index}`);
    const text = many.map(name => `${name}:\n  port: 1\n`).join('');
    const edits = many.map(
      (name): YamlEdit => ({ op: 'setScalar', path: [name, 'port'], value: 2 }),
    );
    const known = parsed(text);
    const begun = performance.now();
    const edited = editInParts({ file, text, edits, parsed: known });
    const inParts = performance.now() - begun;
    expect(edited).toBe(text.replaceAll('port: 1', 'port: 2'));
    const some = edits.slice(0, 150);
    const begunWhole = performance.now();
    editYaml({ file, text, edits: some, parsed: known });
    const tenthInWhole = performance.now() - begunWhole;
    expect(inParts).toBeLessThan(tenthInWhole * 10);
  });
});
