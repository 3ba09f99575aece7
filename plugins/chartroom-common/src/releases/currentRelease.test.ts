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

import { currentRelease } from './currentRelease';
import type { ReleaseStatus } from './types';

const revisions = (...statuses: ReleaseStatus[]) =>
  statuses.map((status, index) => ({ revision: index + 1, status }));

describe('currentRelease', () => {
  it.each<[string, ReleaseStatus[], number, number | undefined]>([
    ['an upgrade', ['superseded', 'deployed'], 2, 2],
    ['a failed upgrade', ['deployed', 'failed'], 2, 1],
    ['failures in a row', ['superseded', 'deployed', 'failed', 'failed'], 4, 2],
    ['a pending upgrade', ['deployed', 'pending-upgrade'], 2, 1],
    ['a first install that failed', ['failed'], 1, undefined],
    ['a pending install', ['pending-install'], 1, undefined],
    ['a kept history', ['superseded', 'uninstalled'], 2, undefined],
    ['an uninstall under way', ['deployed', 'uninstalling'], 2, undefined],
  ])('after %s', (_, statuses, newest, serving) => {
    for (const records of [
      revisions(...statuses),
      revisions(...statuses).reverse(),
    ]) {
      const current = currentRelease({ records });
      expect(current?.newest.revision).toBe(newest);
      expect(current?.serving?.revision).toBe(serving);
    }
  });

  it('is undefined without revisions', () => {
    expect(currentRelease({ records: [] })).toBeUndefined();
  });
});
