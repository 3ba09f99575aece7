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

import type { z } from 'zod';
import { quoted } from './quoted';

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  object: 'a map',
  record: 'a map',
  array: 'a list',
};

/**
 * Says in words what zod found, without a full stop.
 *
 * @internal
 */
export function describeIssue(options: {
  issue: z.core.$ZodIssue;
  /** What people call the place. */
  where: string;
  /** What stands there. */
  value: unknown;
}): string {
  const { issue, where, value } = options;
  if (issue.code === 'invalid_key') {
    return `${where}: the key ${issue.issues[0].message}`;
  }
  if (value === undefined || value === null) {
    return `${where} is missing`;
  }
  const is = `and is ${quoted(value)}`;
  if (issue.code === 'invalid_type') {
    return `${where} must be ${
      typeNames[issue.expected] ?? issue.expected
    }, ${is}`;
  }
  if (issue.code === 'invalid_value') {
    return `${where} must be ${
      issue.values.length > 1 ? 'one of ' : ''
    }${issue.values.join(', ')}, ${is}`;
  }
  return `${where} ${issue.message}, ${is}`;
}
