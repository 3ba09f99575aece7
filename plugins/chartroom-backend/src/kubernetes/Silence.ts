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

import { setTimeout } from 'node:timers/promises';

/**
 * Whether a cluster answers at all: who waits to try again is woken when it does after it did not.
 *
 * @internal
 */
export class Silence {
  private silent = false;
  private ended = new AbortController();
  private heardAt?: number;

  /** Called whenever anything arrives. */
  hear(): void {
    this.heardAt = Date.now();
    if (this.silent) {
      this.silent = false;
      this.ended.abort();
      this.ended = new AbortController();
    }
  }

  /** Called when a request got no answer. */
  missAnswer(): void {
    this.silent = true;
  }

  /** Milliseconds since 1970; absent: nothing ever arrived. */
  lastHeardAt(): number | undefined {
    return this.heardAt;
  }

  /** Waits for so long, or until a silence ends, or the signal is aborted. */
  async wait(options: {
    milliseconds: number;
    signal: AbortSignal;
  }): Promise<void> {
    const { milliseconds } = options;
    const signal = AbortSignal.any([options.signal, this.ended.signal]);
    await setTimeout(milliseconds, undefined, { signal }).catch(() => {});
  }
}
