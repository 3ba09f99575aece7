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

import {
  CustomErrorBase,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';

/** Nothing was sent when one of these stopped a request. */
const NOT_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Says in one sentence why a request got no answer, and whether it can have changed anything.
 *
 * @internal
 */
export function transportError(options: {
  error: unknown;
  url: string;
  /** Whether the request asks for a change. */
  changes: boolean;
  timeoutMilliseconds: number;
}): Error {
  const { error } = options;
  if (error instanceof CustomErrorBase) {
    return error;
  }
  const { host } = new URL(options.url);
  if (isError(error) && error.name === 'TimeoutError') {
    return new ServiceUnavailableError(
      `${host} did not answer within ${
        options.timeoutMilliseconds / 1000
      } s: ${consequence(options.changes)}`,
    );
  }
  const code = codeOf(error);
  const connected = !code || !NOT_CONNECTED.has(code);
  const what = connected ? 'broke the connection off' : 'could not be reached';
  return new ServiceUnavailableError(
    `${host} ${what}${code ? ` (${code})` : ''}: ${consequence(
      options.changes && connected,
    )}`,
  );
}

function consequence(mayHaveChanged: boolean): string {
  return mayHaveChanged
    ? 'it is not known whether the change arrived; look there before it is done again'
    : 'nothing was changed; try again when it answers';
}

/** The system's code, which `fetch` keeps one or two causes deep. */
function codeOf(error: unknown): string | undefined {
  if (!isError(error)) {
    return undefined;
  }
  if (typeof error.code === 'string') {
    return error.code;
  }
  const [first] = Array.isArray(error.errors) ? error.errors : [];
  return codeOf(error.cause ?? first);
}
