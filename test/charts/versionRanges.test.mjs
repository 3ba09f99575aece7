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

import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { seededDraw } from '../support/draw.mjs';
import { semver } from '../support/judges/semver.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  compareVersions,
  satisfiesRange,
} = require('../../plugins/chartroom-common/src');

const skip = !process.env.CHARTROOM_SEMVER && 'the judge of versions is absent';
const count = 20_000;

const operators = [
  ...['', '', '=', '!=', '>', '<', '>=', '=>', '<=', '=<', '~', '~>', '^'],
  ...['>', '==', '~^'],
];
const spaces = ['', '', '', ' ', '  ', '\t', '\u00a0'];
const separators = [
  ', ',
  ',',
  ' , ',
  ' ',
  '  ',
  ' || ',
  '||',
  ' - ',
  '-',
  ',,',
];
const odd = [
  ...['', ' ', ',', '||', '*', 'x', '>', '1.2.3.4', '|', '1|2', 'v', '-'],
  ...['1.2.3 -2.0.0', '1 - 2 - 3', '^1 - 2', '18446744073709551616', '1e3'],
];

/** Few numbers, so that a version often meets the edge of a range. */
function generator(draw) {
  const number = () =>
    draw.pick([...['0', '0', '1', '1', '2', '3', '10'], ...['01', '00']]);
  const open = () => draw.pick([number(), number(), number(), 'x', 'X', '*']);
  const identifier = () =>
    draw.pick(['0', '1', '2', '10', '01', 'alpha', 'beta', 'rc', 'rc-1', '-']);
  const some = (chance, make) => (draw.integer(1, 100) <= chance ? make() : '');
  const suffix = () =>
    some(25, () => `-${identifier()}${some(40, () => `.${identifier()}`)}`) +
    some(10, () => `+${identifier()}${some(30, () => `.${identifier()}`)}`);
  const numbers = part =>
    part() + some(92, () => `.${part()}${some(90, () => `.${part()}`)}`);
  const version = () =>
    draw.integer(1, 100) === 1
      ? draw.pick(odd)
      : some(10, () => 'v') + numbers(number) + suffix();
  const constraint = () =>
    draw.pick(operators) +
    draw.pick(spaces) +
    some(10, () => 'v') +
    numbers(open) +
    suffix();
  const range = () => {
    if (draw.integer(1, 50) === 1) {
      return draw.pick(odd);
    }
    let text = draw.pick(spaces) + constraint();
    while (draw.integer(1, 3) === 1) {
      text += draw.pick(separators) + constraint();
    }
    return text + draw.pick(spaces);
  };
  return { version, range };
}

/** Where two answers differ, the first few. */
function differences(questions, ours, theirs) {
  return questions
    .map((question, index) => ({
      ...question,
      ours: ours[index] ?? null,
      theirs: theirs[index],
    }))
    .filter(({ ours: one, theirs: other }) => one !== other)
    .slice(0, 20);
}

describe('versions and ranges', { skip }, () => {
  const { version, range } = generator(seededDraw());
  const each = make => Array.from({ length: count }, make);

  it('are in a range where Helm says so', async () => {
    const questions = each(() => ({ version: version(), range: range() }));
    const theirs = await semver({ questions });
    assert.deepEqual(
      differences(questions, questions.map(satisfiesRange), theirs),
      [],
    );
    for (const answer of [true, false, null]) {
      const share = theirs.filter(found => found === answer).length / count;
      assert.ok(share > 0.05, `${answer} is seldom: ${share}`);
    }
  });

  it('are newer where Helm says so', async () => {
    const questions = each(() => ({ a: version(), b: version() }));
    const theirs = await semver({ questions });
    assert.deepEqual(
      differences(questions, questions.map(compareVersions), theirs),
      [],
    );
    for (const answer of [-1, 0, 1]) {
      assert.ok(theirs.includes(answer), `none is ${answer}`);
    }
  });
});
