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

/**
 * Runs a step and logs what it did, with the time that it took.
 *
 * @param options - `says` is called with the result, and gives one sentence without its full stop.
 *
 * @internal
 */
export async function timed<T>(options: {
  logger: LoggerService;
  says: (result: T) => string;
  run: () => Promise<T>;
}): Promise<T> {
  const begun = Date.now();
  const result = await options.run();
  const seconds = ((Date.now() - begun) / 1000).toFixed(1);
  options.logger.info(`${options.says(result)} (${seconds} s)`);
  return result;
}
