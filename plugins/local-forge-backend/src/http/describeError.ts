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

import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

const statuses: Readonly<Record<string, number>> = {
  InputError: 400,
  AuthenticationError: 401,
  NotAllowedError: 403,
  NotFoundError: 404,
  ConflictError: 409,
  PayloadTooLargeError: 413,
};

/**
 * How an error is told to a client.
 *
 * @remarks
 * Errors that are no fault of the client are logged, and told in general words.
 *
 * @internal
 */
export function describeError(options: {
  error: unknown;
  logger: LoggerService;
}): { status: number; message: string } {
  const error = toError(options.error) as Error & { status?: unknown };
  // Express and its body parser put a status on what they throw for a client's mistake.
  const status = statuses[error.name] ?? error.status;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return { status, message: error.message };
  }
  options.logger.error('The local forge could not answer a request', error);
  return { status: 500, message: 'The forge could not answer; see its log.' };
}
