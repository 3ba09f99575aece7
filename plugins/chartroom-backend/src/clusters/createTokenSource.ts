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
import type { CredentialSource } from '../kubernetes';

// Short enough that no token of a cloud expires in it, long enough that a start of many watches asks once.
const KEPT_MILLISECONDS = 60_000;
const DEADLINE_MILLISECONDS = 15_000;

/**
 * Keeps a token that has to be fetched for a minute, and fetches it once for all who ask at the same time.
 *
 * @remarks
 * Where a new one cannot be fetched, the error goes to who asks: the collector tells it and tries again.
 *
 * @internal
 */
export function createTokenSource(options: {
  /** The token; absent: none is sent. */
  fetchToken: () => Promise<string | undefined>;
  /** Milliseconds since 1970. */
  now?: () => number;
}): CredentialSource {
  const { fetchToken, now = Date.now } = options;
  let kept: { token: string | undefined; until: number } | undefined;
  let fetching: Promise<string | undefined> | undefined;

  return {
    async getToken({ refresh }) {
      if (kept && !refresh && now() < kept.until) {
        return kept.token;
      }
      fetching ??= withDeadline(fetchToken())
        .then(token => {
          kept = { token, until: now() + KEPT_MILLISECONDS };
          return token;
        })
        .finally(() => {
          fetching = undefined;
        });
      return fetching;
    },
  };
}

/** One that never ends must not keep all others from being tried. */
async function withDeadline<T>(promise: Promise<T>): Promise<T> {
  const ended = new AbortController();
  const { signal } = ended;
  try {
    return await Promise.race([
      promise,
      setTimeout(DEADLINE_MILLISECONDS, undefined, { signal }).then(() => {
        throw Object.assign(new Error('No token came in time'), {
          name: 'TimeoutError',
        });
      }),
    ]);
  } finally {
    ended.abort();
  }
}
