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

import { isReferenceName } from './isReferenceName';

describe('isReferenceName', () => {
  it.each(['main', 'feature/x', 'v1.4.0', 'a_b-c', 'größe', '0123abcd'])(
    'takes %s',
    name => {
      expect(isReferenceName({ name })).toBe(true);
    },
  );

  it.each([
    '',
    '-x',
    '--output=x',
    '/main',
    'main/',
    'a//b',
    '.a',
    'a/.b',
    'a.',
    'a..b',
    'a.lock',
    'a.lock/b',
    '@',
    '@{-1}',
    'main@{1}',
    'main~1',
    'main^',
    'main:path',
    ':/text',
    'a b',
    'a\nb',
    'a\0b',
    'a*',
    'a[b',
    'a\\b',
    'x'.repeat(201),
  ])('refuses %j', name => {
    expect(isReferenceName({ name })).toBe(false);
  });
});
