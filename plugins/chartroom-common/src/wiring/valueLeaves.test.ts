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

import { valueLeaves } from './valueLeaves';

describe('valueLeaves', () => {
  it('takes maps apart, and leaves lists and empty maps whole', () => {
    expect(
      valueLeaves({
        values: { a: { b: 1, c: { d: ['x', 'y'] } }, e: {}, f: false },
      }),
    ).toEqual([
      { path: ['a', 'b'], value: 1 },
      { path: ['a', 'c', 'd'], value: ['x', 'y'] },
      { path: ['e'], value: {} },
      { path: ['f'], value: false },
    ]);
  });
});
