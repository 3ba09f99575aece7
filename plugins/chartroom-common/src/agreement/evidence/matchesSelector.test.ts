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

import { matchesSelector } from './matchesSelector';

const labels = { app: 'cart', tier: 'backend' };

describe('matchesSelector', () => {
  it.each([
    [true, {}],
    [true, { matchLabels: { app: 'cart' } }],
    [true, { matchLabels: { app: 'cart', tier: 'backend' } }],
    [false, { matchLabels: { app: 'cart', tier: 'frontend' } }],
    [false, { matchLabels: { constructor: 'x' } }],
  ])('is %s for %j', (expected, selector) => {
    expect(matchesSelector({ selector, labels })).toBe(expected);
  });

  it.each([
    [true, 'app', 'In', ['web', 'cart']],
    [false, 'app', 'In', ['web']],
    [false, 'owner', 'In', ['web']],
    [true, 'app', 'NotIn', ['web']],
    [false, 'app', 'NotIn', ['cart']],
    [true, 'owner', 'NotIn', ['web']],
    [true, 'app', 'Exists', undefined],
    [false, 'owner', 'Exists', undefined],
    [false, 'app', 'DoesNotExist', undefined],
    [true, 'owner', 'DoesNotExist', undefined],
  ] as const)('is %s for %s %s %j', (expected, key, operator, values) => {
    const expression = { key, operator, values: values && [...values] };
    const selector = { matchExpressions: [expression] };
    expect(matchesSelector({ selector, labels })).toBe(expected);
  });
});
