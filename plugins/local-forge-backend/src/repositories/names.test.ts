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

import { ownerNameSchema, repositoryNameSchema } from './names';

const hostile = ['', '.', '..', '../x', 'a/b', 'a\\b', 'a\0', 'a b', '-a', 'ä'];

describe('ownerNameSchema', () => {
  it.each(['shop', 'Shop-1', 'a.b_c'])('takes %s', name => {
    expect(ownerNameSchema.safeParse(name).success).toBe(true);
  });

  it.each([...hostile, 'api', 'Charts', 'a--b', 'a.', 'x'.repeat(41)])(
    'refuses %j',
    name => {
      expect(ownerNameSchema.safeParse(name).success).toBe(false);
    },
  );
});

describe('repositoryNameSchema', () => {
  it.each(['robot-shop', 'a', 'a--b', 'A.b_c-1'])('takes %s', name => {
    expect(repositoryNameSchema.safeParse(name).success).toBe(true);
  });

  it.each([...hostile, 'a..b', 'a.git', 'a.WIKI', 'x'.repeat(101)])(
    'refuses %j',
    name => {
      expect(repositoryNameSchema.safeParse(name).success).toBe(false);
    },
  );
});
