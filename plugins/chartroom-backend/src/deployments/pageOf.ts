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
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { z } from 'zod';

const schema = z.object({
  offset: z.number().int().min(0),
  /** Id of the last deployment of the page before. */
  after: z.string(),
});

/**
 * One page of a list that may be in another order by now: it goes on after the last deployment of the page before, or from
 * the same place where that is gone.
 *
 * @internal
 */
export function pageOf(options: {
  items: readonly Deployment[];
  limit: number;
  /** As the page before gave it. */
  cursor?: string;
}): { items: readonly Deployment[]; nextCursor?: string } {
  const { items, limit, cursor } = options;
  const start = cursor === undefined ? 0 : startAfter({ items, cursor });
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  return {
    items: page,
    ...(last &&
      start + limit < items.length && {
        nextCursor: Buffer.from(
          JSON.stringify({ offset: start + limit, after: last.id }),
        ).toString('base64url'),
      }),
  };
}

function startAfter(options: {
  items: readonly Deployment[];
  cursor: string;
}): number {
  const { items, cursor } = options;
  const { offset, after } = parseCursor(cursor);
  const position = items.findIndex(({ id }) => id === after);
  return position < 0 ? offset : position + 1;
}

function parseCursor(cursor: string): z.output<typeof schema> {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      'Invalid cursor: give nextCursor of the page before as it is, or none',
    );
  }
}
