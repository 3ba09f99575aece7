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
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { helms } from '../support/helm.mjs';
import { writeUmbrellaOfCases } from '../support/writeUmbrellaOfCases.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { readReleases } from './support/readReleases.mjs';
import { startCluster } from './support/startCluster.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  currentRelease,
  observeHelmRelease,
  parseReleaseHead,
  parseReleaseRecord,
} = require('../../plugins/chartroom-common/src');

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';

describe("what Helm's own records tell", { skip }, () => {
  let cluster;
  before(async () => {
    cluster = await startCluster();
  });
  after(() => cluster?.stop());

  for (const [index, { name, binary }] of helms.entries()) {
    describe(`of ${name}`, { skip: !binary && 'it is absent' }, () => {
      const namespace = `records-${index}`;
      const here = ['--namespace', namespace];
      let helm;
      let chart;
      before(async () => {
        await cluster.createNamespace({ name: namespace });
        helm = await clusterHelm({ binary, cluster });
        chart = await writeUmbrellaOfCases({ helm });
      });
      const records = async () =>
        (await readReleases({ cluster, namespace })).map(({ release }) =>
          parseReleaseRecord(release),
        );

      it('is the version of every chart in an umbrella', async () => {
        await helm('install', 'shop', chart, ...here);
        const [record] = await records();
        const { subcharts, ...release } = observeHelmRelease({ record });
        assert.deepEqual(
          subcharts.map(
            each =>
              `${each.name} ${each.version} ${each.certainty} ${each.rendered}`,
          ),
          [
            'cache 1.2.0+b.3 source objects',
            'sessions 2.0.1 source objects',
            'cart 0.3.0-rc.1 source objects',
            'common 1.0.5 lock nothing',
            'migrations 4.1.0 source objects',
            'plain 5.0.2 lock objects',
            'a-service-with-a-very-long-name-which-fills-a-label 1.2.3-a.prerelease.that.is.cut source objects',
            'idle 3.0.0 lock disabled',
            'cart.store 0.0.9 source objects',
            'vendored 6.0.0 source objects',
          ],
        );
        const { lockDigest, updatedAt, ...rest } = release;
        assert.match(lockDigest, /^sha256:/);
        assert.ok(Math.abs(Date.parse(updatedAt) - Date.now()) < 600_000);
        assert.deepEqual(JSON.parse(JSON.stringify(rest)), {
          source: 'helm',
          name: 'shop',
          namespace,
          chart: { name: 'shop', version: '10.0.0', appVersion: '7' },
          revision: 1,
          status: 'deployed',
          description: 'Install complete',
          toldBy: `Secret ${namespace}/sh.helm.release.v1.shop.v1`,
        });
      });

      it('is which revision serves after an upgrade that failed', async () => {
        const refused = join(chart, 'templates/refused.yaml');
        await writeFile(
          refused,
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: Not_A_Name }\n',
        );
        await assert.rejects(helm('upgrade', 'shop', chart, ...here));
        const current = currentRelease({ records: await records() });
        assert.equal(current.newest.status, 'failed');
        const release = observeHelmRelease({
          record: current.serving,
          superseding: current.newest,
        });
        assert.deepEqual(
          [release.revision, release.status, release.deployedRevision],
          [2, 'failed', 1],
        );
      });

      it('is in the head of the record of a chart without charts', async () => {
        await helm('install', 'cart', `${chart}/charts/vendored`, ...here);
        const releases = await readReleases({ cluster, namespace });
        const { release } = releases.find(each => each.release.name === 'cart');
        const { body, ...whole } = parseReleaseRecord(release);
        const head = parseReleaseHead({
          text: JSON.stringify(release).slice(0, 1500),
          namespace,
          revision: 1,
        });
        assert.ok(body.manifest.includes('# Source: vendored/templates'));
        assert.deepEqual(head, whole);
      });
    });
  }
});
