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

import { setTimeout as sleep } from 'node:timers/promises';

/** How often each of them asks. */
const interval = 10_000;

/**
 * Has viewers ask, each every ten seconds, one evenly after the other, and resolves with the milliseconds that each answer
 * took. Fewer than ten viewers ask as often as ten, one at a time and never the same person twice in ten seconds: else there would
 * be nothing to count.
 */
export async function measureViewers({ viewers, seconds, ask }) {
  const every = interval / Math.max(viewers, 10);
  const count = Math.round((seconds * 1000) / every);
  const times = [];
  const failures = [];
  const running = [];
  const begun = performance.now();
  for (let index = 0; index < count; index += 1) {
    await sleep(Math.max(0, begun + index * every - performance.now()));
    const asked = performance.now();
    const answer = ask(index % Math.max(viewers, 10)).then(
      () => times.push(performance.now() - asked),
      error => failures.push(error),
    );
    running.push(answer);
    if (viewers < 10) {
      await answer;
    }
  }
  await Promise.all(running);
  return { times, failures };
}
