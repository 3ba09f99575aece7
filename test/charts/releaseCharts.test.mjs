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
import { before, describe, it } from 'node:test';
import { helmTerminal } from '../support/helm.mjs';
import {
  longChart,
  writeUmbrellaOfCases,
} from '../support/writeUmbrellaOfCases.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';

const require = createRequire(import.meta.url);
require('@backstage/cli-node/config/nodeTransform.cjs');
const {
  observeHelmRelease,
  parseReleaseHead,
  parseReleaseRecord,
  redactManifest,
  releaseCharts,
  revisionDiff,
} = require('../../plugins/chartroom-common/src');

async function release(helm, chart, ...more) {
  const text = await helm(
    ...['install', 'shop', chart, '--namespace', 'shop'],
    ...['--dry-run=client', '--output', 'json', ...more],
  );
  return { text, record: parseReleaseRecord(JSON.parse(text)) };
}

const inBrief = ({ name, chart, version, certainty, rendered }) =>
  `${name} (${chart}) ${version}: ${certainty}, ${rendered}`;

const long = `${longChart.name} (${longChart.name}) ${longChart.version}`;

// Helm 3 needs a cluster even for a dry run: see test/cluster
const skip = !process.env.CHARTROOM_HELM && 'Helm 4 is absent';

describe('the charts of a release', { skip }, () => {
  let helm;
  before(async () => {
    helm = await helmTerminal(process.env.CHARTROOM_HELM);
  });

  it('have the versions that Helm rendered', async () => {
    const { record } = await release(
      helm,
      await writeUmbrellaOfCases({ helm }),
    );
    const charts = releaseCharts({ record });
    assert.deepEqual(charts.map(inBrief), [
      'cache (redis) 1.2.0+b.3: source, objects',
      'sessions (redis) 2.0.1: source, objects',
      'cart (cart) 0.3.0-rc.1: source, objects',
      'common (common) 1.0.5: lock, nothing',
      'migrations (migrations) 4.1.0: source, objects',
      'plain (plain) 5.0.2: lock, objects',
      `${long}: source, objects`,
      'idle (idle) 3.0.0: lock, disabled',
      'cart.store (store) 0.0.9: source, objects',
      'vendored (vendored) 6.0.0: source, objects',
    ]);
    assert.equal(charts[0].appVersion, '7');
    const { chart, lockDigest, toldBy } = observeHelmRelease({ record });
    assert.deepEqual(chart, {
      name: 'shop',
      version: '10.0.0',
      appVersion: '7',
    });
    assert.match(lockDigest, /^sha256:[0-9a-f]{64}$/);
    assert.equal(toldBy, 'Secret shop/sh.helm.release.v1.shop.v1');
  });

  it('are known by their labels where a post-renderer drops comments', async () => {
    const { record } = await release(
      helm,
      await writeUmbrellaOfCases({ helm }),
    );
    const manifest = record.body.manifest.replace(/^# Source: .*\n/gm, '');
    const hooks = record.body.hooks.map(each => ({ ...each, path: '' }));
    const charts = releaseCharts({
      record: { ...record, body: { ...record.body, manifest, hooks } },
    });
    assert.deepEqual(charts.map(inBrief).slice(0, 8), [
      'cache (redis) 1.2.0+b.3: label, objects',
      'sessions (redis) 2.0.1: label, objects',
      'cart (cart) 0.3.0-rc.1: label, objects',
      'common (common) 1.0.5: lock, nothing',
      'migrations (migrations) 4.1.0: label, objects',
      'plain (plain) 5.0.2: lock, nothing',
      `${long}: label, objects`,
      'idle (idle) 3.0.0: lock, disabled',
    ]);
  });

  it('are all in Robot Shop, and its head alone is not enough', async () => {
    const platform = await assemblePlatform({ helm });
    const chart = join(platform, 'helm/robot-shop');
    const { record, text } = await release(helm, chart);
    const charts = releaseCharts({ record });
    assert.ok(charts.length >= 12, `${charts.length} charts`);
    for (const each of charts.filter(
      ({ chart: name }) => name !== 'platform-common',
    )) {
      assert.equal(each.certainty, 'source', inBrief(each));
    }
    const place = { namespace: 'shop', revision: 1 };
    assert.equal(parseReleaseHead({ text, ...place }), undefined);
  });

  it('compare with those of another revision, secrets aside', async () => {
    const chart = await writeUmbrellaOfCases({ helm });
    const secret = `
apiVersion: v1
kind: Secret
metadata:
  name: account
stringData:
  password: {{ .Values.password | default "one" | quote }}
`;
    await writeFile(join(chart, 'templates/secret.yaml'), secret);
    const texts = async (...more) => {
      const { record } = await release(helm, chart, ...more);
      const { manifest, values } = record.body;
      return { manifest: redactManifest({ manifest, key: 'k' }), values };
    };
    const from = await texts();
    const to = await texts('--set', 'password=two');
    const { objects } = revisionDiff({ from, to });
    const changed = objects.filter(({ change }) => change !== 'same');
    assert.deepEqual(
      changed.map(({ kind, name, change }) => [kind, name, change]),
      [['Secret', 'account', 'changed']],
    );
    assert.match(changed[0].diff, /^- {2}password: "«redacted \w{6}»"$/m);
    assert.match(changed[0].diff, /^\+ {2}password: "«redacted \w{6}»"$/m);
  });
});
