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

import { z } from 'zod';

/** First segments of the forge's own addresses. */
const reservedOwners = new Set(['api', 'charts']);

/**
 * The name of a user or organisation, by Gitea's rules.
 *
 * @internal
 */
export const ownerNameSchema = z
  .string()
  .max(40, 'must not be longer than 40 characters')
  .regex(
    /^[A-Za-z0-9]([-._]?[A-Za-z0-9])*$/,
    'must be of letters, digits and single - . _ between them',
  )
  .refine(name => !reservedOwners.has(name.toLowerCase()), 'is reserved');

/**
 * The name of a repository, by Gitea's rules, and beginning with a letter, a digit or `_`.
 *
 * @internal
 */
export const repositoryNameSchema = z
  .string()
  .max(100, 'must not be longer than 100 characters')
  .regex(
    /^[A-Za-z0-9_][-.\w]*$/,
    'must be of letters, digits, - . _ and begin with a letter, a digit or _',
  )
  .refine(name => !name.includes('..'), 'must not contain ..')
  .refine(
    name => !/\.(git|wiki|rss|atom)$/i.test(name),
    'must not end with .git, .wiki, .rss or .atom',
  );
