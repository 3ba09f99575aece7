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

import { toError } from '@backstage/errors';

/**
 * The sentence to show for something that was thrown: the server's own words
 * where it answered, else the error's message.
 *
 * @internal
 */
export function messageOf(thrown: unknown): string {
  const error = toError(thrown);
  return error.name === 'ResponseError' && error.cause !== undefined
    ? toError(error.cause).message
    : error.message;
}
