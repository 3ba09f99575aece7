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
import type { Shape } from './Shape';

const MAXIMUM_ITEMS = 200;
const MAXIMUM_TEXT = 10_000;

/**
 * A value that has been copied by its shape.
 *
 * @internal
 */
export type Taken =
  | string
  | number
  | boolean
  | readonly Taken[]
  | ReadonlyMap<string, Taken>;

const WORDS = {
  text: `text without NUL or half characters, of at most ${MAXIMUM_TEXT} characters`,
  number: 'a number',
  truth: 'true or false',
  unknown: 'text, a number, or true or false',
};

function isScalar(
  value: unknown,
  shape: keyof typeof WORDS,
): value is string | number | boolean {
  switch (typeof value) {
    case 'string':
      return (
        (shape === 'text' || shape === 'unknown') &&
        value.length <= MAXIMUM_TEXT &&
        !/\0|\p{Surrogate}/u.test(value)
      );
    case 'number':
      return shape !== 'text' && shape !== 'truth' && Number.isFinite(value);
    default:
      return (
        typeof value === 'boolean' && (shape === 'truth' || shape === 'unknown')
      );
  }
}

/**
 * Copies a value that has a shape, and nothing beside it; throws InputError that says where it differs.
 *
 * @remarks
 * Maps become real maps, so that a name finds what was given and nothing else.
 *
 * @internal
 */
export function takeShape(options: {
  value: unknown;
  shape: Shape;
  /** Where the value stands, for the message; absent for the whole context. */
  path?: string;
}): Taken {
  const { value, shape, path } = options;
  const wrong = (what: string) =>
    new InputError(`The skeleton's context: ${path ?? 'it'} ${what}`);
  if (typeof shape === 'string') {
    if (!isScalar(value, shape)) {
      throw wrong(`must be ${WORDS[shape]}`);
    }
    return value;
  }
  if ('list' in shape) {
    if (!Array.isArray(value) || value.length > MAXIMUM_ITEMS) {
      throw wrong(`must be a list of at most ${MAXIMUM_ITEMS} items`);
    }
    return value.map((item, index) =>
      takeShape({
        value: item,
        shape: shape.list,
        path: `${path ?? 'it'}[${index}]`,
      }),
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrong('must be a map');
  }
  return new Map(
    Object.entries(shape.map).map(([key, inner]) => {
      if (!Object.hasOwn(value, key)) {
        throw wrong(`has no ${key}`);
      }
      const taken = takeShape({
        value: (value as Record<string, unknown>)[key],
        shape: inner,
        path: path === undefined ? key : `${path}.${key}`,
      });
      return [key, taken];
    }),
  );
}
