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

import { join } from 'node:path';
import { writeKubeconfig } from '../../../cluster/support/writeKubeconfig.mjs';
import { median } from '../report/median.mjs';
import { measureFreshness } from '../viewers/measureFreshness.mjs';

/** Reports how long after a real upgrade a person is told of it. The release is another one then. */
export async function freshness({ bench, backend, who, binary }) {
  const { directory, landscape, report, settings } = bench;
  const { server, authority, token } = bench.cluster;
  // The one whose last upgrade has failed
  const release = landscape.releases.find(({ shape }) => shape === 'failed');
  const kubeconfig = await writeKubeconfig({
    ...{ directory, name: 'upgrades', server, authority, token },
  });
  const late = await measureFreshness({
    ...{ binary, release, kubeconfig, directory, runs: settings.runs },
    shapes: join(directory, 'shapes'),
    async read() {
      const { items } = await backend.ask({
        viewer: 'reader',
        path: `/api/chartroom/deployments?entityRef=component:default/${release.name}`,
      });
      return items.find(({ namespace }) => namespace === release.namespace);
    },
  });
  const row = { who, unit: 's', digits: 2 };
  const what = 'told after `helm upgrade` ended';
  const limit = settings.goals.freshness;
  report.add({ ...row, what, limit, value: median(late) });
  report.add({ ...row, what: `${what}, at worst`, value: Math.max(...late) });
}
