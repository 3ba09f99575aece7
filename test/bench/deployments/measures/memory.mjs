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

import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves with the memory of a backend once all is quiet, and reports it: over another one's where that is given. */
export async function memory({ bench, backend, over, ...row }) {
  // What was freed goes back to the system little by little
  for (let time = 0; time < 4; time += 1) {
    await backend.usage({ collectGarbage: true });
    await sleep(1000);
  }
  const found = await backend.usage({ collectGarbage: true });
  const { resident, heap } = over ?? { resident: 0, heap: 0 };
  const unit = 'MiB';
  const { report } = bench;
  report.add({ ...row, unit, value: found.resident - resident });
  report.add({
    ...{ ...row, limit: undefined, unit: `${unit} of heap` },
    value: found.heap - heap,
  });
  return found;
}
