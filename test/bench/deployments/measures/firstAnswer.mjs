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
import { measureCollecting } from '../collect/measureCollecting.mjs';
import { median } from '../report/median.mjs';
import { assertTrue } from './assertTrue.mjs';

const mebibyte = 1024 ** 2;

/**
 * Reports how long it takes from the first request until all is told, and what that costs; resolves with what one run
 * told. `place` is where the cluster is, and what is beside it.
 */
export async function firstAnswer({ bench, helm, place }) {
  const { cluster, ours, report, settings } = bench;
  const { goals } = settings;
  const isPlain = place === 'near';
  const proxy = place === 'far' ? 'far' : 'near';
  const runs = place === 'far' ? 1 : settings.runs;
  const before = await readApiServerWork({ cluster });
  const all = await measureCollecting({
    ...bench,
    ...{ runs, proxy: bench.proxies[proxy] },
    clusters: [
      ours({ helm, proxy }),
      ...(place === 'dark' ? [ours({ helm, name: place, proxy: place })] : []),
    ],
  });
  const after = await readApiServerWork({ cluster });
  for (const { rows } of all) {
    assertTrue({ bench, rows, isWithSecrets: helm });
  }
  const of = key => median(all.map(one => one[key]));
  const beside = { near: '', far: ', +200 ms', dark: ', black hole beside' };
  const row = {
    what: `first complete answer${beside[place]}`,
    who: helm ? 'ours, by Secrets' : 'ours, by labels',
  };
  report.add({
    ...{ ...row, value: of('seconds'), unit: 's', digits: 2 },
    limit: isPlain ? goals[helm ? 'secrets' : 'labels'] : undefined,
  });
  if (isPlain) {
    const add = (value, unit, digits) =>
      report.add({ ...row, value, unit, digits });
    add(of('processor'), 's of processor');
    add(of('received') / mebibyte, 'MiB from the API server');
    add((after.requests - before.requests) / runs, 'requests', 0);
    add(
      (after.processor - before.processor) / runs,
      's of processor of the API server',
    );
  }
  return all[0];
}
