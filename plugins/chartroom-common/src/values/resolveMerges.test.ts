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
import { resolveMerges } from './resolveMerges';

const resolved = (text: string) =>
  resolveMerges({ value: parse(text, { maxAliasCount: -1 }) });

describe('resolveMerges', () => {
  it('lets the own keys of a map win, and an earlier map before a later one', () => {
    expect(
      resolved(`
base: &base { a: 1, b: 1, deep: { x: 1 } }
more: &more { b: 2, c: 2 }
one: { b: 3, <<: *base }
all:
  <<: [*base, *more]
  deep: { y: 2 }
`),
    ).toMatchObject({
      one: { a: 1, b: 3, deep: { x: 1 } },
      all: { a: 1, b: 1, c: 2, deep: { y: 2 } },
    });
  });

  it('resolves what merged maps merge themselves', () => {
    expect(
      resolved('a: &a { x: 1 }\nb: &b { <<: *a }\nc: [{ <<: *b, y: 2 }]\n'),
    ).toEqual({ a: { x: 1 }, b: { x: 1 }, c: [{ x: 1, y: 2 }] });
  });

  it('leaves a merge key that brings no map as it is', () => {
    expect(resolved('a: { <<: 5, b: 1 }\n')).toEqual({ a: { '<<': 5, b: 1 } });
  });

  it('is not made to work by merges of merges', () => {
    const lines = Array.from(
      { length: 40 },
      (_, index) =>
        `m${index + 1}: &m${index + 1} { <<: [*m${index}, *m${index}] }\n`,
    );
    const text = `m0: &m0 { x: 1 }\n${lines.join('')}`;
    expect(resolved(text)).toMatchObject({ m40: { x: 1 } });
  });

  it('brings no more than people write', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`);
    const uses = Array.from({ length: 300 }, () => '- { <<: *a }\n').join('');
    const text = `a: &a { ${keys.join(', ')} }\nb:\n${uses}`;
    expect(() => resolved(text)).toThrow(
      'merge keys (<<) bring more than 200000 entries',
    );
  });
});
