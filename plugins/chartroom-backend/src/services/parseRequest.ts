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

import { InputError } from '@backstage/errors';
import type { z } from 'zod';

/**
 * Believes a value from outside only when it has the expected shape; throws InputError with what does not fit.
 *
 * @param options - `what` names the value for the person who sent it, such as `request body`.
 *
 * @internal
 */
export function parseRequest<T>(options: {
  schema: z.ZodType<T>;
  value: unknown;
  what: string;
}): T {
  const result = options.schema.safeParse(options.value);
  if (result.success) {
    return result.data;
  }
  const problems = result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
  throw new InputError(`Invalid ${options.what}: ${problems.join('; ')}`);
}
