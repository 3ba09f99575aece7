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

import { hasSameMeaning } from './hasSameMeaning';

describe('hasSameMeaning', () => {
  it.each([
    ['a: 1\nb: 2\n', 'b: 2 # two\na: 1\n', true],
    ['- { name: a }\n- { name: b }\n', '- name: b\n- name: a\n', true],
    ['list: [1, 2]\n', 'list: [2, 1]\n', false],
    ['a: { enabled: false }\n', 'a: { enabled: true }\n', false],
    ['- { name: a, port: 1 }\n', '- { name: a, port: 2 }\n', false],
    ['a: 1\n', '', false],
  ])('%j and %j: %s', (one, other, same) => {
    expect(hasSameMeaning({ one, other })).toBe(same);
  });
});
