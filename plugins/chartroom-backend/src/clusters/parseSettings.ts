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
 * Parses a part of the configuration.
 *
 * @remarks
 * Throws InputError that names the key and quotes no value, which may be a credential.
 *
 * @internal
 */
export function parseSettings<T extends z.ZodType>(options: {
  schema: T;
  value: unknown;
  /** Where the part stands. */
  key: string;
}): z.infer<T> {
  const { schema, value, key } = options;
  const { data, error } = schema.safeParse(value);
  if (error) {
    const [issue] = error.issues;
    const place = issue.path
      .map(part =>
        typeof part === 'number' ? `[${part}]` : `.${String(part)}`,
      )
      .join('');
    const message = issue.message;
    throw new InputError(
      `Configuration ${key}${place} is wrong: ${
        message.charAt(0).toLowerCase() + message.slice(1)
      }`,
    );
  }
  return data;
}
