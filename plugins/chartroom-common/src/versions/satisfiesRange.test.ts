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

import { satisfies } from 'semver';
import { satisfiesRange } from './satisfiesRange';

/** What Masterminds/semver 3.5 answers; test/charts/versionRanges.test.mjs compares many more with the library itself. */
const alike: Array<[string, string, boolean | undefined]> = [
  ['1.0.0', '1.0.0', true],
  ['1.0.0', '1.0.1', false],
  ['v1.0.0', '1.0.0', true],
  ['2.0.0-rc.1', '2.0.0-rc.1+build.5', true],
  ['^1.0.0', '1.9.0', true],
  ['^1.0.0', '2.0.0', false],
  ['^0.2.0', '0.3.0', false],
  ['~1.2', '1.2.9', true],
  ['~1', '1.9.0', true],
  ['1.x', '1.4.0', true],
  ['1', '2.0.0', false],
  ['*', '3.0.0', true],
  ['>=1.0.0 <2.0.0', '1.5.0', true],
  ['>= 1.0.0, < 2.0.0', '2.0.0', false],
  ['!=1.x', '1.1.0', false],
  ['>1.0.0-0', '1.0.0', true],
  ['^1.0.0', '1.1.0-rc.1', false],
  ['^1.1.0-0', '1.1.0-rc.1', true],
  ['>1.2', '1.2.5', false],
  ['1.2 - 1.4', '1.4.5', true],
  ['^1.0.0 || ^2.0.0', '2.0.0', true],
];
const different: Array<[string, string, boolean | undefined]> = [
  ['>= 1.0.0, < 2.0.0', '1.5.0', true],
  ['!=1.0.0', '1.1.0', true],
  ['!=1.x', '2.0.0', true],
  ['=>1.2.3', '1.2.3', true],
  ['=<1.2.3', '1.2.3', true],
  ['^1.0.0', '1.2', true],
  ['~1', '1', true],
  ['^1', 'v01.2', true],
  // A pre-release in one comparison admits those of every number
  ['>=1.0.0-0', '1.5.0-rc.1', true],
  ['>=1.0.0-0, <3.0.0', '2.0.0-beta', true],
  // Oddities that are kept
  ['~0.0.0', '7.1.2', true],
  ['^*', '1.0.0', false],
  ['1.2 || 3.x, <3.5', '3.4.0', true],
  // Nothing is not everything
  ['', '1.0.0', undefined],
];

describe('satisfiesRange', () => {
  it.each([...alike, ...different])(
    '%j of %j: %j',
    (range, version, expected) => {
      expect(satisfiesRange({ range, version })).toBe(expected);
    },
  );

  it.each(different)(
    'npm answers otherwise: %j of %j',
    (range, version, expected) => {
      expect(satisfies(version, range)).not.toBe(expected);
    },
  );

  it.each([
    ['latest', '1.0.0'],
    ['^1.0.0', 'one'],
    ['^1.0.0', ' 1.0.0'],
    ['1.2.3.4', '1.0.0'],
    ['>= 1.0.0,', '1.0.0'],
    ['>>1', '1.0.0'],
    ['1|2', '1.0.0'],
    ['^1 - 2', '1.0.0'],
    ['>=1.0.0', '1.0.0-01'],
    ['>=99999999999999999999.0.0', '1.0.0'],
    ['1 || '.repeat(40), '1.0.0'],
    ['>=1.0.0'.padEnd(600), '1.0.0'],
  ])('cannot tell for %j of %j', (range, version) => {
    expect(satisfiesRange({ range, version })).toBeUndefined();
  });

  it('is not held up by a hostile range', () => {
    const range = `${'1, '.repeat(160)}!`;
    const started = performance.now();
    expect(satisfiesRange({ range, version: '1.0.0' })).toBeUndefined();
    expect(
      satisfiesRange({ range: `1${'-'.repeat(510)}`, version: '1.0.0' }),
    ).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(100);
  });
});
