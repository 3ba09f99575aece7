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

import assert from 'node:assert/strict';
import { percentiles } from '../viewers/percentiles.mjs';
import { measureViewers } from '../viewers/measureViewers.mjs';

/** Has so many viewers ask, and reports how long answers took; rejects where one failed. */
export async function asking({ bench, backend, ask, count, ...row }) {
  const { report, settings } = bench;
  const { seconds } = settings;
  // What is only done once is not of interest
  await ask(0);
  await backend.usage();
  const { times, failures } = await measureViewers({
    ...{ viewers: count, seconds, ask },
  });
  const { loop } = await backend.usage();
  assert.deepEqual(failures, []);
  const viewers = `${count} ${count === 1 ? 'viewer' : 'viewers'}`;
  const values = percentiles(times);
  report.addPercentiles({ ...row, what: `${row.what}, ${viewers}`, values });
  return { late: loop.at(-1), viewers };
}
