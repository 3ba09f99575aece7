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
import { cp, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { maskRecording } from './support/maskRecording.mjs';
import { readRecording } from './support/readRecording.mjs';
import { recordRobotShop } from './support/recordRobotShop.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  RecordedCluster,
} = require('../../plugins/chartroom-backend/src/collectors');

const folder = fileURLToPath(
  new URL('../../examples/recorded/demo', import.meta.url),
);
const skip =
  (!process.env.CHARTROOM_CONTROL_PLANE && 'no control plane') ||
  (!process.env.CHARTROOM_HELM && 'no Helm 4');

describe('the recording of Robot Shop', { skip }, () => {
  let scratch;
  let again;
  let credentials;
  before(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'chartroom-recording-'));
    const fresh = join(scratch, 'demo');
    ({ credentials } = await recordRobotShop({
      binary: process.env.CHARTROOM_HELM,
      folder: fresh,
    }));
    if (process.env.CHARTROOM_UPDATE_RECORDING) {
      await rm(folder, { recursive: true, force: true });
      await cp(fresh, folder, { recursive: true });
    }
    again = await readRecording({ folder: fresh });
  });
  after(() => rm(scratch, { recursive: true, force: true }));

  const objects = async (namespace, plural) =>
    (await readRecording({ folder }))[`${namespace}/${plural}.yaml`] ?? [];
  const releases = async namespace =>
    (await objects(namespace, 'secrets'))
      .map(({ data }) => data.release)
      .sort((one, other) => one.version - other.version)
      .map(({ version, info, chart }) => [
        version,
        chart.metadata.version,
        info.status,
      ]);
  /** The charts of the Deployments, as their labels say. */
  const charts = async namespace =>
    Object.fromEntries(
      (await objects(namespace, 'deployments')).map(({ metadata }) => [
        metadata.name,
        metadata.labels['helm.sh/chart'],
      ]),
    );
  const pods = async (namespace, service) =>
    (await objects(namespace, 'pods')).filter(
      ({ metadata }) => metadata.labels['app.kubernetes.io/name'] === service,
    );

  it('is what happens today, but for uids, times and versions of resources', async () => {
    const [recorded, now] = [await readRecording({ folder }), again].map(
      maskRecording,
    );
    assert.deepEqual(Object.keys(now), Object.keys(recorded));
    for (const file of Object.keys(recorded)) {
      assert.deepEqual(
        now[file],
        recorded[file],
        `${file}: CHARTROOM_UPDATE_RECORDING=1 npm test -- cluster writes it anew`,
      );
    }
  });

  it('says when and of what it was made', async () => {
    const about = parse(await readFile(join(folder, 'recording.yaml'), 'utf8'));
    assert.ok(Date.parse(about.recordedAt) > 0);
    assert.match(about.kubernetes, /^v1\.\d+\.\d+$/);
    assert.match(about.helm, /^v4\./);
  });

  it('has dev in sync with its repository', async () => {
    assert.deepEqual(await releases('robot-shop-dev'), [
      [1, '0.9.0', 'superseded'],
      [2, '1.0.0', 'deployed'],
    ]);
    assert.deepEqual(await charts('robot-shop-dev'), {
      ...Object.fromEntries(
        [
          ...['cart', 'catalogue', 'dispatch', 'payment'],
          ...['ratings', 'shipping', 'user', 'web'],
        ].map(name => [name, `${name}-1.0.0`]),
      ),
    });
    assert.equal((await objects('robot-shop-dev', 'statefulsets')).length, 4);
  });

  it('has a failed upgrade in staging: payment crashes, and its pods of before serve', async () => {
    assert.deepEqual(await releases('robot-shop-staging'), [
      [1, '0.9.1', 'deployed'],
      [2, '1.0.0', 'failed'],
    ]);
    const found = (await pods('robot-shop-staging', 'payment')).map(
      ({ spec, status }) => [
        spec.containers[0].image,
        status.containerStatuses[0].ready,
        status.containerStatuses[0].restartCount,
        status.containerStatuses[0].state.waiting?.reason,
      ],
    );
    assert.deepEqual(found.sort(), [
      ['robotshop/rs-payment:2.0.0', true, 0, undefined],
      ['robotshop/rs-payment:2.0.0', true, 0, undefined],
      ['robotshop/rs-payment:2.1.0', false, 5, 'CrashLoopBackOff'],
    ]);
  });

  it('has prod behind, and dispatch nowhere in it', async () => {
    assert.deepEqual(await releases('robot-shop'), [
      [1, '0.8.0', 'superseded'],
      [2, '0.9.0', 'deployed'],
    ]);
    const { shipping, payment, cart, dispatch } = await charts('robot-shop');
    assert.deepEqual(
      { shipping, payment, cart, dispatch },
      {
        shipping: 'shipping-0.9.0',
        payment: 'payment-0.9.0',
        cart: 'cart-1.0.0',
        dispatch: undefined,
      },
    );
  });

  it('has every other pod ready', async () => {
    const unready = Object.entries(await readRecording({ folder }))
      .filter(([file]) => file.endsWith('/pods.yaml'))
      .flatMap(([, items]) => items)
      .filter(({ status }) =>
        status.conditions.some(
          ({ type, status: is }) => type === 'Ready' && is !== 'True',
        ),
      );
    assert.deepEqual(
      unready.map(({ metadata }) => metadata.labels['app.kubernetes.io/name']),
      ['payment'],
    );
  });

  it('holds no Secret but those of releases, and no credential', async () => {
    const recordings = [await readRecording({ folder }), again];
    for (const recording of recordings) {
      for (const [file, items] of Object.entries(recording)) {
        for (const { kind, type } of items) {
          assert.ok(kind !== 'Secret' || type === 'helm.sh/release.v1', file);
        }
      }
      for (const credential of credentials) {
        const encoded = Buffer.from(credential).toString('base64');
        const text = JSON.stringify(recording);
        assert.ok(!text.includes(credential), 'a credential as it is');
        assert.ok(!text.includes(encoded), 'a credential in base64');
      }
      const secrets = Object.values(recording)
        .flat()
        .filter(({ kind }) => kind === 'Secret');
      assert.equal(secrets.length, 6);
      for (const { data } of secrets) {
        assert.doesNotMatch(data.release.manifest, /^kind: Secret$/m);
        assert.doesNotMatch(
          JSON.stringify(data.release.config ?? {}),
          /password|secret|token/i,
        );
      }
    }
    assert.equal(new Set(credentials).size, 12);
  });

  it('is told by the backend as a cluster is', async () => {
    const lists = new Map();
    let freshness;
    await RecordedCluster.create({ cluster: 'demo', directory: folder }).start({
      sink: {
        replace({ resource, observations }) {
          lists.set(resource, observations);
        },
        report(reported) {
          freshness = reported;
        },
      },
      signal: new AbortController().signal,
    });
    assert.equal(freshness.recorded, true);
    assert.equal(freshness.state, 'live');
    assert.equal(lists.get('apps/deployments').length, 8 + 8 + 7);
    assert.deepEqual(
      lists
        .get('helm/secrets')
        .map(({ release }) => [
          ...[release.namespace, release.chart.version, release.status],
        ])
        .sort(),
      [
        ['robot-shop', '0.9.0', 'deployed'],
        ['robot-shop-dev', '1.0.0', 'deployed'],
        // What serves, and that the newest revision has failed
        ['robot-shop-staging', '0.9.1', 'failed'],
      ],
    );
  });

  it('is small', async () => {
    const files = await readdir(folder, {
      recursive: true,
      withFileTypes: true,
    });
    let size = 0;
    for (const file of files.filter(entry => entry.isFile())) {
      size += (await readFile(join(file.parentPath, file.name))).length;
    }
    assert.ok(size < 2_000_000, `${size} bytes`);
  });
});
