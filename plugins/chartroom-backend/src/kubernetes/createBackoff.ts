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
 * How long to wait before the next try.
 *
 * @internal
 */
export interface Backoff {
  /** Milliseconds; longer each time, and never the same for two clients. */
  next(): number;
  /** Called when a try went well. */
  reset(): void;
}

/**
 * Waits that double from a minimum to a maximum; half of each is drawn, so that collectors which were cut off at once
 * do not come back at once.
 *
 * @internal
 */
export function createBackoff(options: {
  minimumMilliseconds: number;
  maximumMilliseconds: number;
}): Backoff {
  const { minimumMilliseconds, maximumMilliseconds } = options;
  let tries = 0;
  return {
    next() {
      const full = Math.min(
        maximumMilliseconds,
        minimumMilliseconds * 2 ** Math.min(tries, 30),
      );
      tries += 1;
      return full / 2 + (Math.random() * full) / 2;
    },
    reset() {
      tries = 0;
    },
  };
}
