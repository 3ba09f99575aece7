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

import { readApiServerWork } from '../cluster/readApiServerWork.mjs';

/** Reports what an API server does for us while something is done that does not concern it. */
export async function idle({ bench, who, run }) {
  const { cluster, proxies, report, settings } = bench;
  const bytes = () => {
    const { received, sent } = proxies.near.counts();
    return received + sent;
  };
  const begun = performance.now();
  const bytesBefore = bytes();
  const before = await readApiServerWork({ cluster });
  await run();
  const after = await readApiServerWork({ cluster });
  const seconds = (performance.now() - begun) / 1000;
  const row = { what: 'API server while nothing changes', who };
  report.add({
    ...{ ...row, unit: 'KiB/s', limit: settings.goals.idle, digits: 2 },
    value: (bytes() - bytesBefore) / 1024 / seconds,
  });
  report.add({
    ...{ ...row, unit: 'requests/min' },
    value: ((after.requests - before.requests) / seconds) * 60,
  });
  report.add({
    ...{ ...row, unit: '% of a processor, its own rounds included' },
    value: ((after.processor - before.processor) / seconds) * 100,
  });
}
