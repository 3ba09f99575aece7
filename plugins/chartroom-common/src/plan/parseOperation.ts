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
import { z } from 'zod';
import { describeIssue } from '../check/describeIssue';
import { nearestName } from '../check/nearestName';
import { quoted } from '../check/quoted';
import { dependencyInFull } from '../matrix/matrixSchema';
import type { Operation } from './types';

/** What is too long to be meant is refused here; what is merely wrong is a finding of the plan. */
const longestName = 300;
const longestDescription = 10_000;
const mostDependencies = 200;

const text = (longest: number) =>
  z.string().max(longest, {
    error: `must be at most ${longest} characters long`,
  });

const createService = z.strictObject({
  kind: z.literal('create-service'),
  id: z.string().regex(/^[a-z0-9-]{8,64}$/, {
    error: 'must be 8 to 64 lower-case letters, digits and hyphens',
  }),
  platform: text(longestName),
  service: z.strictObject({
    name: text(longestName),
    description: text(longestDescription),
    owner: text(longestName),
    language: text(longestName),
    port: z.number().optional(),
    exposed: z.boolean(),
    dependencies: z
      .array(dependencyInFull.extend({ name: text(longestName) }))
      .max(mostDependencies, {
        error: `must be at most ${mostDependencies} long`,
      }),
  }),
});

const knownKeys = [
  createService,
  createService.shape.service,
  dependencyInFull,
].flatMap(schema => Object.keys(schema.shape));

/**
 * Reads an operation from a value that came from outside: a form, an action's
 * input, a request.
 *
 * @remarks
 * Throws InputError that says in one sentence all that is wrong with its shape.
 * What the operation means is checked by {@link plan}.
 *
 * @public
 */
export function parseOperation(value: unknown): Operation {
  const parsed = createService.safeParse(value);
  if (!parsed.success) {
    const problems = parsed.error.issues.slice(0, 10).map(problemOf(value));
    throw new InputError(`The operation is not valid: ${problems.join('; ')}.`);
  }
  return withoutUndefined(parsed.data) as Operation;
}

function problemOf(root: unknown) {
  return (issue: z.core.$ZodIssue): string => {
    const where =
      issue.path.length > 0
        ? quoted(issue.path.join('.')).slice(1, -1)
        : 'the operation';
    if (issue.code === 'unrecognized_keys') {
      const [key] = issue.keys;
      const nearest = nearestName({ name: key, candidates: knownKeys });
      return `${where} has a key ${quoted(key)} that nothing reads${
        nearest ? ` (did you mean ${nearest}?)` : ''
      }`;
    }
    const value = issue.path.reduce<any>((node, step) => node?.[step], root);
    return describeIssue({ issue, where, value });
  };
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutUndefined);
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, item]) => item !== undefined)
          .map(([key, item]) => [key, withoutUndefined(item)]),
      )
    : value;
}
