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

import { gatherReasons } from './gatherReasons';

const crash = (pod: string) => ({
  code: 'CrashLoopBackOff',
  message: `Pod ${pod} crashes.`,
  pod,
  container: 'cart',
  isHard: true,
});

describe('gatherReasons', () => {
  it('tells the same reason of many pods once', () => {
    expect(
      gatherReasons([crash('a'), crash('b'), crash('c')]).map(
        ({ message }) => message,
      ),
    ).toEqual(['Pod a crashes, and 2 more pods likewise.']);
  });

  it('is not held up by a workload of which all pods fail', () => {
    const reasons = Array.from({ length: 30_000 }, (_, index) =>
      crash(`${index}`),
    );
    const began = performance.now();
    expect(gatherReasons(reasons)).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
