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
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { admittedEdges } from '../support/admittedEdges.mjs';
import { run } from '../support/run.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { eachHelm } from './support/eachHelm.mjs';

const netpolicy = process.env.CHARTROOM_NETPOLICY;
const skip = !netpolicy && 'the evaluator of network policies is absent';

/** Written down by hand from what the services' own sources call. */
const nineteen = [
  'cart => catalogue : TCP 8080',
  'cart => redis : TCP 6379',
  'catalogue => mongodb : TCP 27017',
  'dispatch => rabbitmq : TCP 5672',
  'payment => cart : TCP 8080',
  'payment => rabbitmq : TCP 5672',
  'payment => user : TCP 8080',
  'ratings => catalogue : TCP 8080',
  'ratings => mysql : TCP 3306',
  'shipping => cart : TCP 8080',
  'shipping => mysql : TCP 3306',
  'user => mongodb : TCP 27017',
  'user => redis : TCP 6379',
  'web => cart : TCP 8080',
  'web => catalogue : TCP 8080',
  'web => payment : TCP 8080',
  'web => ratings : TCP 80',
  'web => shipping : TCP 8080',
  'web => user : TCP 8080',
];

const publicAddresses = [
  '0.0.0.0-9.255.255.255',
  '11.0.0.0-100.63.255.255',
  '100.128.0.0-126.255.255.255',
  '128.0.0.0-169.253.255.255',
  '169.255.0.0-172.15.255.255',
  '172.32.0.0-192.167.255.255',
  '192.169.0.0-255.255.255.255',
].join(' ');

eachHelm('Robot Shop policies', helm => {
  let directory;
  const environments = ['dev', 'staging', 'prod'];
  const manifestsOf = {};

  before(async () => {
    if (skip) return;
    directory = await mkdtemp(join(tmpdir(), 'chartroom-policies-'));
    const platform = await assemblePlatform({ helm });
    const chart = join(platform, 'helm/robot-shop');
    for (const name of environments) {
      manifestsOf[name] = await helm(
        ...['template', 'robot-shop', chart, '--namespace', 'shop'],
        ...['--values', join(chart, `values-${name}.yaml`)],
      );
      await mkdir(join(directory, name));
      await writeFile(join(directory, name, 'system.yaml'), manifestsOf[name]);
    }
    await rm(platform, { recursive: true });
  });
  after(() => directory && rm(directory, { recursive: true }));

  for (const environment of environments) {
    it(
      `admit in ${environment} the nineteen edges, the way of payment to public addresses, and nothing else`,
      {
        skip,
      },
      async () => {
        assert.deepEqual(
          await admittedEdges({
            manifests: manifestsOf[environment],
            namespace: 'shop',
          }),
          [...nineteen, `payment => ${publicAddresses} : TCP 443`].sort(),
        );
      },
    );
  }

  for (const environment of environments.slice(1)) {
    it(`are the same in dev and ${environment}`, { skip }, async () => {
      const difference = await run(netpolicy, [
        ...['diff', '--quiet', '--output', 'csv'],
        ...['--dir1', join(directory, 'dev')],
        ...['--dir2', join(directory, environment)],
      ]);
      assert.doesNotMatch(difference, /changed|added|removed/);
    });
  }
});
