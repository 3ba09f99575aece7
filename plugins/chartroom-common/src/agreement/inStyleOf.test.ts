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

import { inStyleOf } from './inStyleOf';

describe('inStyleOf', () => {
  it.each([
    ['nothing', undefined, 'a\nb\n', 'a\nb\n'],
    ['a plain text', 'x\n', 'a\nb\n', 'a\nb\n'],
    ['CRLF', 'x\r\ny\r\n', 'a\nb\n', 'a\r\nb\r\n'],
    ['a byte order mark', '\ufeffx\n', 'a\n', '\ufeffa\n'],
    ['both', '\ufeffx\r\n', 'a\n', '\ufeffa\r\n'],
  ])('writes in the place of %s', (_, text, content, expected) => {
    expect(inStyleOf({ text, content })).toBe(expected);
  });
});
