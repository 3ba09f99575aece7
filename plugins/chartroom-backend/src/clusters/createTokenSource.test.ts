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

import { createTokenSource } from './createTokenSource';

describe('createTokenSource', () => {
  it('fetches once for all who ask at the same time, and keeps the token for a minute', async () => {
    let now = 0;
    let fetched = 0;
    const source = createTokenSource({
      fetchToken: async () => {
        fetched += 1;
        return `token-${fetched}`;
      },
      now: () => now,
    });
    const get = (refresh = false) => source.getToken({ refresh });
    expect(await Promise.all([get(), get(true), get()])).toEqual([
      'token-1',
      'token-1',
      'token-1',
    ]);
    now = 59_000;
    expect(await get()).toBe('token-1');
    now = 61_000;
    expect(await get()).toBe('token-2');
    expect(await get(true)).toBe('token-3');
  });

  it('keeps no failure', async () => {
    let works = false;
    const source = createTokenSource({
      fetchToken: async () => {
        if (!works) {
          throw new Error('not yet');
        }
        return 'token';
      },
    });
    await expect(source.getToken({ refresh: false })).rejects.toThrow(
      'not yet',
    );
    works = true;
    expect(await source.getToken({ refresh: false })).toBe('token');
  });
});
