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

import { quoted } from './quoted';

describe('quoted', () => {
  it.each([
    ['cart', '"cart"'],
    ['a"b', '"a\\"b"'],
    ['a\nb', '"a\\nb"'],
    ['\u202eabc\u200b', '"\\u202eabc\\u200b"'],
    ['\ud800', '"\\ud800"'],
    ['https://me:secret@example.com/a', '"https://…@example.com/a"'],
    ['x'.repeat(100), `"${'x'.repeat(60)}…"`],
    [80, '80'],
    [true, 'true'],
    [undefined, 'nothing'],
    [['a'], 'a list'],
    [{ a: 1 }, 'a map'],
  ])('shows %j as %s', (value, expected) => {
    expect(quoted(value)).toBe(expected);
  });
});
