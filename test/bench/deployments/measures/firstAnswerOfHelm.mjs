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
import { writeKubeconfig } from '../../../cluster/support/writeKubeconfig.mjs';
import { listWithHelm } from '../collect/listWithHelm.mjs';
import { median } from '../report/median.mjs';
import { inOrder } from '../seed/inOrder.mjs';

const mebibyte = 1024 ** 2;

/** Reports what Helm's own list of all releases takes; rejects unless it is what was collected. */
export async function firstAnswerOfHelm({ bench, helm, collected }) {
  const { directory, landscape, proxies, report, settings } = bench;
  const { authority, token } = bench.cluster;
  const list = async ({ proxy, runs }) => {
    const { server } = proxies[proxy];
    const kubeconfig = await writeKubeconfig({
      ...{ directory, name: proxy, server, authority, token },
    });
    return listWithHelm({ helm, kubeconfig, directory, runs });
  };
  const { runs } = settings;
  const before = proxies.near.counts();
  const all = await list({ proxy: 'near', runs });
  const received = proxies.near.counts().received - before.received;
  // Helm names the chart of the newest revision, we that of the one that serves
  const comparable = ({ chart, ...release }) =>
    ['deployed', 'uninstalled'].includes(release.status)
      ? { ...release, chart }
      : release;
  for (const { releases } of all) {
    assert.equal(releases.length, landscape.releases.length);
    assert.deepEqual(
      inOrder(collected.releases.map(comparable)),
      inOrder(releases.map(comparable)),
    );
  }
  const [far] = await list({ proxy: 'far', runs: 1 });

  const row = { what: 'first complete answer', who: `${helm.name}, list -A` };
  const add = (value, unit, more) =>
    report.add({ ...row, value, unit, ...more });
  const of = key => median(all.map(one => one[key] ?? Number.NaN));
  add(of('seconds'), 's', { digits: 2 });
  add(of('processor'), 's of processor');
  add(received / runs / mebibyte, 'MiB from the API server');
  add(of('megabytes'), 'MiB at most');
  add(far.seconds, 's', { what: `${row.what}, +200 ms`, digits: 2 });
}
