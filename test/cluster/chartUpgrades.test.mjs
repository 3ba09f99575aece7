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
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { onCommonChart, writeChart } from '../charts/support/writeChart.mjs';
import { helms } from '../support/helm.mjs';
import { waitFor } from '../support/waitFor.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { startCluster } from './support/startCluster.mjs';

/** Helm 4 applies on the server, or merges as Helm 3 does; it goes on as a release has begun. */
const ways = helms.flatMap(({ name, binary }) => [
  { name, binary, args: [] },
  ...(name === 'Helm 4'
    ? [{ name: `${name}, merging`, binary, args: ['--server-side=false'] }]
    : []),
]);

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';
describe('upgrades of the common chart in a real cluster', { skip }, () => {
  let cluster;
  let chart;
  before(async () => {
    chart = await mkdtemp(join(tmpdir(), 'chartroom-upgrades-'));
    await writeChart({
      directory: chart,
      chart: {
        name: 'catalogue',
        appVersion: '2.1.0',
        dependencies: [onCommonChart],
      },
      template: '{{ include "platform-common.v1.service" . }}\n',
      values: { image: { repository: 'shop/catalogue' } },
      library: true,
    });
    cluster = await startCluster();
  });
  after(async () => {
    await cluster?.stop();
    await rm(chart, { recursive: true, force: true });
  });

  for (const [index, { name, binary, args }] of ways.entries()) {
    describe(`by ${name}`, { skip: !binary && 'it is absent' }, () => {
      const namespace = `upgrades-${index}`;
      let helm;
      before(async () => {
        await cluster.createNamespace({ name: namespace });
        const terminal = await clusterHelm({ binary, cluster });
        helm = (command, ...values) =>
          terminal(
            ...[command, 'shop', chart, '--namespace', namespace, ...args],
            ...values.flatMap(value => ['--set', value]),
            ...['--wait', '--timeout', '60s'],
          );
      });
      const read = path =>
        cluster.request({ path: `/api/v1/namespaces/${namespace}/${path}` });
      const account = expected =>
        waitFor(`pods of the account ${expected} alone`, async () => {
          const { items } = await read('pods');
          return (
            items.length > 0 &&
            items.every(({ spec }) => spec.serviceAccountName === expected)
          );
        });

      it('takes away a key of the Secret that the values have no more', async () => {
        const data = async () => (await read('secrets/catalogue')).data;
        await helm('install', 'secrets.KEPT=one', 'secrets.GONE=two');
        assert.deepEqual(await data(), {
          ...{ KEPT: base64('one'), GONE: base64('two') },
        });
        await helm('upgrade', 'secrets.KEPT=other');
        assert.deepEqual(await data(), { KEPT: base64('other') });
      });

      it("moves the pods to the namespace's account once they have none of their own, and back", async () => {
        await account('catalogue');
        await helm('upgrade', 'serviceAccount.create=false');
        await account('default');
        await assert.rejects(read('serviceaccounts/catalogue'), {
          status: 404,
        });
        await helm('upgrade', 'serviceAccount.create=true');
        await account('catalogue');
      });
    });
  }
});

function base64(text) {
  return Buffer.from(text).toString('base64');
}
