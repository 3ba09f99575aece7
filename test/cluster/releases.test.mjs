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
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { helms } from '../support/helm.mjs';
import { waitFor } from '../support/waitFor.mjs';
import { clusterHelm } from './support/clusterHelm.mjs';
import { readReleases } from './support/readReleases.mjs';
import { startCluster } from './support/startCluster.mjs';
import { writeShop } from './support/writeShop.mjs';

const wait = ['--wait', '--timeout', '30s'];
const inVain = ['--wait', '--timeout', '4s'];

const skip = !process.env.CHARTROOM_CONTROL_PLANE && 'no control plane';
describe("Helm's releases in a real cluster", { skip }, () => {
  let cluster;
  let directory;
  let first;
  let second;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chartroom-shop-'));
    first = await writeShop({ directory });
    second = await writeShop({
      directory,
      version: '1.1.0',
      apiVersion: '1.2.0',
    });
    cluster = await startCluster();
  });
  after(async () => {
    await cluster?.stop();
    await rm(directory, { recursive: true, force: true });
  });

  for (const [index, { name, binary }] of helms.entries()) {
    describe(`of ${name}`, { skip: !binary && 'it is absent' }, () => {
      const namespace = `shop-${index}`;
      const here = ['--namespace', namespace];
      let helm;
      before(async () => {
        await cluster.createNamespace({ name: namespace });
        helm = await clusterHelm({ binary, cluster });
      });

      /** Each revision's status, as its Secret's label and the release in it say. */
      const statuses = async (ofNamespace = namespace) => {
        const releases = await readReleases({
          cluster,
          namespace: ofNamespace,
        });
        for (const { labels, release } of releases) {
          assert.equal(labels.status, release.info.status);
          assert.equal(labels.version, String(release.version));
          assert.equal(labels.name, release.name);
        }
        return releases.map(({ release }) => release.info.status);
      };
      const newest = async () =>
        (await readReleases({ cluster, namespace })).at(-1).release;
      const images = async () =>
        (
          await cluster.list(
            `/apis/apps/v1/namespaces/${namespace}/deployments`,
          )
        ).map(
          ({ metadata, spec }) =>
            `${metadata.name} ${spec.template.spec.containers[0].image}`,
        );

      it('installs an umbrella: an alias is a chart of its own, a condition leaves one out', async () => {
        await helm('install', 'shop', first, ...here, ...wait);
        assert.deepEqual(await statuses(), ['deployed']);
        assert.deepEqual(await images(), [
          'api shop/api:1',
          'worker shop/worker:1',
        ]);
        const { chart, manifest } = await newest();
        assert.equal(chart.metadata.version, '1.0.0');
        // Helm stores what it made of them: the alias in place of the name, and none that is off
        assert.deepEqual(
          chart.metadata.dependencies.map(({ name: of, alias, enabled }) => ({
            of,
            alias,
            enabled,
          })),
          [
            { of: 'api', alias: undefined, enabled: true },
            { of: 'worker', alias: 'worker', enabled: true },
          ],
        );
        assert.match(manifest, /^# Source: shop\/charts\/worker\/templates/m);
        assert.doesNotMatch(manifest, /charts\/cache/);
      });

      it('has run the hook first, and says how it went', async () => {
        const { hooks } = await newest();
        assert.deepEqual(
          hooks.map(hook => [hook.name, hook.events, hook.last_run.phase]),
          [['prepare', ['pre-install', 'pre-upgrade'], 'Succeeded']],
        );
      });

      it('upgrades: the revision before is superseded', async () => {
        await helm(
          ...['upgrade', 'shop', second, ...here, ...wait],
          ...['--set', 'cache.enabled=true,api.tag=2'],
        );
        assert.deepEqual(await statuses(), ['superseded', 'deployed']);
        assert.deepEqual(await images(), [
          'api shop/api:2',
          'cache shop/cache:1',
          'worker shop/worker:1',
        ]);
      });

      it('fails an upgrade whose pods never become ready; the revision before stays deployed', async () => {
        await assert.rejects(
          helm(
            ...['upgrade', 'shop', second, ...here, ...inVain],
            ...['--set', 'cache.enabled=true,api.tag=3-unpullable'],
          ),
          /UPGRADE FAILED/,
        );
        assert.deepEqual(await statuses(), [
          'superseded',
          'deployed',
          'failed',
        ]);
        const pods = await cluster.list(
          `/api/v1/namespaces/${namespace}/pods?labelSelector=app=api`,
        );
        assert.deepEqual(
          pods
            .map(({ spec, status }) => [
              spec.containers[0].image,
              status.containerStatuses[0].ready,
            ])
            .sort(),
          [
            ['shop/api:2', true],
            ['shop/api:3-unpullable', false],
          ],
        );
      });

      it('rolls back to a revision as a new one', async () => {
        await helm('rollback', 'shop', '2', ...here, ...wait);
        assert.deepEqual(await statuses(), [
          ...['superseded', 'superseded', 'failed', 'deployed'],
        ]);
        assert.match((await newest()).info.description, /Rollback to 2/);
        assert.ok((await images()).includes('api shop/api:2'));
      });

      it('fails an upgrade whose hook fails, and changes nothing', async () => {
        const held = await images();
        await assert.rejects(
          helm(
            ...['upgrade', 'shop', second, ...here, ...wait],
            ...['--set', 'prepare=2-crash,api.tag=4'],
          ),
          /UPGRADE FAILED: pre-upgrade hooks? failed/,
        );
        assert.deepEqual((await statuses()).slice(-2), ['deployed', 'failed']);
        const [{ last_run: lastRun }] = (await newest()).hooks;
        assert.equal(lastRun.phase, 'Failed');
        assert.deepEqual(await images(), held);
      });

      it('leaves an upgrade pending when it is killed', async () => {
        const upgrade = spawn(binary, [
          ...['upgrade', 'shop', second, ...here, ...wait],
          ...['--set', 'cache.enabled=true,api.tag=5-unready'],
          ...['--kubeconfig', cluster.kubeconfig],
        ]);
        await waitFor('the upgrade to begin', async () =>
          (await images()).includes('api shop/api:5-unready'),
        );
        upgrade.kill('SIGKILL');
        await once(upgrade, 'exit');
        assert.equal((await statuses()).at(-1), 'pending-upgrade');
        await assert.rejects(
          helm('upgrade', 'shop', second, ...here),
          /another operation \(install\/upgrade\/rollback\) is in progress/,
        );
      });

      it('keeps the history of what it uninstalls, when told to', async () => {
        await helm('rollback', 'shop', '4', ...here, ...wait);
        await helm('uninstall', 'shop', ...here, '--keep-history');
        assert.equal((await statuses()).at(-1), 'uninstalled');
        assert.ok((await statuses()).length > 5);
        await waitFor('no Deployments', async () => {
          return (await images()).length === 0;
        });
        await helm('uninstall', 'shop', ...here);
        assert.deepEqual(await statuses(), []);
      });

      it('fails an install whose pods crash; nothing is deployed', async () => {
        const other = `${namespace}-crash`;
        await cluster.createNamespace({ name: other });
        await assert.rejects(
          helm(
            ...['install', 'shop', first, '--namespace', other, ...inVain],
            ...['--set', 'api.tag=1-crash'],
          ),
        );
        assert.deepEqual(await statuses(other), ['failed']);
      });

      it('keeps releases with one name in two namespaces apart', async () => {
        for (const suffix of ['a', 'b']) {
          const other = `${namespace}-${suffix}`;
          await cluster.createNamespace({ name: other });
          await helm('install', 'same', first, '--namespace', other, ...wait);
          assert.deepEqual(await statuses(other), ['deployed']);
        }
      });
    });
  }
});
