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

import { wordsOf } from '../seed/wordsOf.mjs';

/** Every deployment, as one person is told them page by page. */
export async function readAll({ backend, viewer }) {
  const rows = [];
  let cursor = '';
  do {
    const more = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page = await backend.ask({
      viewer,
      path: `/api/chartroom/deployments?limit=500${more}`,
    });
    rows.push(...page.items.map(deployment => wordsOf({ deployment })));
    cursor = page.nextCursor ?? '';
  } while (cursor);
  return rows;
}
