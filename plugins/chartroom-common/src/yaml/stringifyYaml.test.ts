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
import { parse } from 'yaml';
import { stringifyYaml } from './stringifyYaml';
import { stringifyYamlScalar } from './stringifyYamlScalar';

const AMBIGUOUS = [
  ...['y', 'n', 'Y', 'yes', 'no', 'No', 'on', 'off', 'OFF', 'true', 'false'],
  ...['', ' ', '~', 'null', 'NULL', '<<', '=', '.', '-', '...', '---'],
  ...['0', '1', '-1', '+1', '0123', '0o17', '0b11', '0x10', '1_000', '1__0'],
  ...[
    '1.0',
    '1.',
    '.5',
    'e0',
    '-.5e3',
    '1e3',
    '1E+3',
    '1_0.5',
    '.inf',
    '-.INF',
  ],
  ...['.nan', '.NaN', '12:30', '1:2:3', '12:30:45.5', '-1:30', '2024-01-01'],
  ...['2024-01-01T10:00:00Z', '2024-1-1 10:00:00', '12345678901234567890'],
];
const AWKWARD = [
  ...['a: b', 'x #c', '- y', '{a: 1}', '[a', '*a', '&a', '!a', '@x', '`x`'],
  ...['%x', '|', '>', '"', "'", "it's", 'a"b', '? a', ': a', 'a:', '#a', 'a '],
  ...[' a', 'a\tb', 'a\nb', 'a\n', '\na', 'a\n\nb\n', ' a\nb', 'a\n\n'],
  ...['a\r\nb', '\u0000', '\u0007', '\u0085', '\u2028', '\u202e', '\ufeff'],
  ...['\ud800', '😀', 'é', '{{ .Values.x }}', '${x}', '$(id)', '\\', '\\n'],
  ...['a\nspec:\n  owner: user:admin', 'sha256:abc', 'http://x/y?z=1#a'],
];
const PLAIN = [
  ...['a', 'web', '1.0.0', '^1.0.0', 'robotshop/rs-web', 'file://../common'],
  ...['http://localhost:8080/a', 'group:default/shop', '--flag', '/health'],
  ...['a b c', 'sha256:abc', '10.0.0.0/8', 'v1', '1.2.3-rc.1+build'],
];

describe('stringifyYaml', () => {
  it.each([...AMBIGUOUS, ...AWKWARD, ...PLAIN])(
    'keeps %j as text, as value, key and item, for readers of both versions',
    value => {
      const document = { key: value, list: [value, [value]], [value]: 'x' };
      const text = stringifyYaml(document);
      expect(parse(text)).toEqual(document);
      expect(parse(text, { version: '1.1' })).toEqual(document);
    },
  );

  it.each([...AMBIGUOUS, ...AWKWARD, ...PLAIN])(
    'keeps %j as text on one line, also inside brackets',
    value => {
      const scalar = stringifyYamlScalar(value);
      expect(scalar).not.toContain('\n');
      for (const version of ['1.1', '1.2'] as const) {
        expect(parse(`a: ${scalar}`, { version })).toEqual({ a: value });
        expect(parse(`{a: [${scalar}, x]}`, { version })).toEqual({
          a: [value, 'x'],
        });
      }
    },
  );

  it.each([...AMBIGUOUS])('puts quotes around %j', value => {
    expect(stringifyYaml([value])).toBe(`- ${JSON.stringify(value)}\n`);
  });

  it.each(PLAIN)('leaves %j without quotes', value => {
    expect(stringifyYaml({ a: value })).toBe(`a: ${value}\n`);
  });

  it('writes block style with two spaces, and never breaks a line', () => {
    const long = 'word '.repeat(60).trim();
    expect(
      stringifyYaml({
        a: { b: [1, { c: true, d: undefined }, []], e: {} },
        long,
        script: 'one\n\ntwo\n',
        nothing: null,
        'a b': [['x']],
      }),
    ).toBe(`a:
  b:
    - 1
    - c: true
    - []
  e: {}
long: ${long}
script: |
  one

  two
nothing: null
a b:
  - - x
`);
  });

  it('refuses what YAML has no word for', () => {
    expect(() => stringifyYaml({ a: () => 1 })).toThrow(
      'A value of type function cannot be written as YAML; write text, numbers, booleans, lists or maps.',
    );
    expect(() => stringifyYaml({ a: new Date(0) })).toThrow('type object');
  });

  it('means the same to a reader of either version, for any value', () => {
    fc.assert(
      fc.property(
        fc.object({
          key: fc.oneof(fc.string(), fc.constantFrom(...AMBIGUOUS)),
          values: [
            fc.oneof(
              fc.string({ unit: 'binary' }),
              fc.string(),
              fc.constantFrom(...AMBIGUOUS, ...AWKWARD),
            ),
            fc.integer(),
            fc.boolean(),
            fc.constant(null),
          ],
        }),
        value => {
          const text = stringifyYaml(value);
          const plain = JSON.parse(JSON.stringify(value));
          expect(JSON.parse(JSON.stringify(parse(text)))).toEqual(plain);
          expect(
            JSON.parse(JSON.stringify(parse(text, { version: '1.1' }))),
          ).toEqual(plain);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
