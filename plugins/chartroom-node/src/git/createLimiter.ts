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

/**
 * Runs a task when its turn comes.
 *
 * @internal
 */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Makes a queue that lets a number of tasks run at once, in the order in which they came.
 *
 * @internal
 */
export function createLimiter(options: { concurrency: number }): Limiter {
  const waiting = new Array<() => void>();
  let running = 0;

  return async task => {
    if (running < options.concurrency) {
      running += 1;
    } else {
      await new Promise<void>(resolve => waiting.push(resolve));
    }
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) {
        next();
      } else {
        running -= 1;
      }
    }
  };
}
