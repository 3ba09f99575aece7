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

import { compareVersions } from './compareVersions';

describe('compareVersions', () => {
  it.each([
    ['1.2.3', '1.2.3', 0],
    ['1.2', '1.2.0', 0],
    ['v1', '1.0.0+build.7', 0],
    ['1.2.3', '1.10.0', -1],
    ['2.0.0', '2.0.0-rc.1', 1],
    ['2.0.0-rc.2', '2.0.0-rc.10', -1],
    ['2.0.0-rc', '2.0.0-rc.1', -1],
    ['2.0.0-1', '2.0.0-alpha', -1],
    ['latest', '1.0.0', undefined],
    ['1.0.0', '', undefined],
    ['1.0.0', '1.99999999999999999.0', undefined],
  ])('%j and %j: %j', (a, b, expected) => {
    expect(compareVersions({ a, b })).toBe(expected);
  });
});
