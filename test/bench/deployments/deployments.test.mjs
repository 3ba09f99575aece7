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
import { after, before, describe, it } from 'node:test';
import { helms as known } from '../../support/helm.mjs';
import { asking } from './measures/asking.mjs';
import { assertTrue } from './measures/assertTrue.mjs';
import { firstAnswer } from './measures/firstAnswer.mjs';
import { firstAnswerOfHelm } from './measures/firstAnswerOfHelm.mjs';
import { freshness } from './measures/freshness.mjs';
import { idle } from './measures/idle.mjs';
import { memory } from './measures/memory.mjs';
import { Report } from './report/Report.mjs';
import { settings } from './settings.mjs';
import { startBench } from './startBench.mjs';
import { planViewers } from './viewers/planViewers.mjs';
import { readAll } from './viewers/readAll.mjs';

const { releases, revisions, isLean, goals, levels } = settings;
const report = new Report({
  title: `${releases} releases × ${revisions} revisions${
    isLean ? ', small bodies' : ''
  }`,
});
const helms = known.filter(({ binary }) => binary);
const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (helms.length === 0 && 'no Helm');
const bySecrets = 'ours, by Secrets';
const kubernetesPlugin = 'Backstage kubernetes';

// What is asserted is that all of it is true; how long it took is reported
describe('what runs where, of many releases', { skip }, () => {
  let bench;
  let viewers;
  before(async () => {
    bench = await startBench({ settings, helms, report });
    viewers = planViewers({ ...bench, count: Math.max(...levels) });
    const { bytes, secrets, workloads } = bench.totals;
    const row = { what: 'seed', who: 'real Helm, cloned', digits: 0 };
    report.add({ ...row, value: bytes / 1024 ** 2, unit: 'MiB of records' });
    report.add({ ...row, value: bytes / secrets / 1024, unit: 'KiB each' });
    report.add({ ...row, value: workloads, unit: 'workloads' });
  });
  after(() => bench?.stop());

  describe('is told at first', () => {
    let collected;
    for (const helm of [false, true]) {
      const by = helm ? 'labels and Secrets' : 'labels';
      it(`by ${by}`, async () => {
        collected = await firstAnswer({ bench, helm, place: 'near' });
      });
      it(`by ${by}, from a cluster that is 200 ms away`, () =>
        firstAnswer({ bench, helm, place: 'far' }));
      it(`by ${by}, beside a cluster that never answers`, () =>
        firstAnswer({ bench, helm, place: 'dark' }));
    }
    for (const helm of helms) {
      it(`by ${helm.name}'s own list, which is ours`, () =>
        firstAnswerOfHelm({ bench, helm, collected }));
    }
  });

  describe('is told to viewers, under a policy of conditions', () => {
    let baseline;
    const withBackend = options =>
      bench.withBackend({
        ...{ viewers: viewers.all, kubernetes: [bench.theirs()] },
        ...options,
      });
    const measureMemory = async ({ backend, ...row }) => {
      const { askCatalog } = viewers;
      await asking({
        ...{ bench, backend, ask: askCatalog(backend), count: 100 },
        ...{ what: 'entity in the catalog', who: row.who },
      });
      return memory({
        ...{ bench, backend, over: baseline, limit: baseline && goals.memory },
        ...{ what: `memory ${baseline ? 'over that without' : 'at rest'}` },
        ...row,
      });
    };

    it('by the kubernetes plugin, in a backend without this one', () =>
      withBackend({
        plugin: 'off',
        async run(backend) {
          const who = 'backend without';
          baseline = await measureMemory({ backend, who });
          for (const count of levels) {
            await asking({
              ...{ bench, backend, ask: viewers.askTheirs(backend), count },
              ...{ what: 'entity request', who: kubernetesPlugin },
            });
          }
        },
      }));

    it('by nobody, in a backend that has only loaded the code', () =>
      withBackend({
        plugin: 'loaded',
        run: backend =>
          measureMemory({ backend, who: 'our code, from TypeScript' }),
      }));

    it('by labels', () =>
      withBackend({
        plugin: 'on',
        chartroom: { clusters: [bench.ours({ helm: false })] },
        async run(backend) {
          const rows = await readAll({ backend, viewer: 'reader' });
          assertTrue({ bench, rows, isWithSecrets: false });
          await measureMemory({ backend, who: 'ours, by labels' });
        },
      }));

    it('by labels and Secrets', () =>
      withBackend({
        plugin: 'on',
        chartroom: { clusters: [bench.ours()] },
        async run(backend) {
          const who = bySecrets;
          const rows = await readAll({ backend, viewer: 'reader' });
          assertTrue({ bench, rows, isWithSecrets: true });
          const path =
            '/api/chartroom/deployments?entityRef=component:default/p0s1';
          await assert.rejects(backend.ask({ viewer: 'viewer-0-0', path }), {
            status: 403,
          });
          await measureMemory({ backend, who });
          await idle({
            ...{ bench, who },
            async run() {
              for (const count of levels) {
                const { late, viewers: asked } = await asking({
                  ...{ bench, backend, ask: viewers.askOurs(backend), count },
                  ...{ what: 'entity request', who, limit: goals.answer },
                });
                const what = `event loop late by, p99, ${asked}`;
                report.add({ what, who, value: late, unit: 'ms' });
              }
            },
          });
          await freshness({ bench, backend, who, binary: helms[0].binary });
        },
      }));

    it('beside a cluster that never answers', () =>
      withBackend({
        plugin: 'on',
        chartroom: {
          clusters: [bench.ours(), bench.ours({ name: 'dark', proxy: 'dark' })],
        },
        kubernetes: [
          bench.theirs(),
          bench.theirs({ name: 'dark', proxy: 'dark' }),
        ],
        async run(backend) {
          const what = 'entity request, black hole beside';
          await asking({
            ...{ bench, backend, ask: viewers.askOurs(backend), count: 100 },
            ...{ what, who: bySecrets, limit: goals.answer },
          });
          const timeout = 30_000;
          const begun = performance.now();
          const value = await viewers
            .askTheirs(backend, { timeout })(0)
            .then(() => (performance.now() - begun) / 1000)
            .catch(() => `none in ${timeout / 1000} s`);
          report.add({ what, who: kubernetesPlugin, value, unit: 's' });
        },
      }));
  });

  it('is reported', async t => {
    report.lines().forEach(line => t.diagnostic(line));
    await report.keep();
  });
});
