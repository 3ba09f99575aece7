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
import { after, before, describe, test } from 'node:test';
import { helmTerminal, helms } from '../support/helm.mjs';
import { measureRun } from './support/measureRun.mjs';
import { releaseSecret } from './support/releaseSecret.mjs';
import { writeHelmCreate } from './support/writeHelmCreate.mjs';
import { writeLeanUmbrella } from './support/writeLeanUmbrella.mjs';
import { writeUmbrella } from './support/writeUmbrella.mjs';
import { writtenLines } from './support/writtenLines.mjs';

/** How many services, and how often each is rendered: the large ones take long. */
const sizes = [
  [12, 5],
  [42, 5],
  [200, 5],
  [800, 3],
];
/** Of the Secret that holds a release, in bytes (Kubernetes' MaxSecretSize). */
const largestSecret = 1_048_576;
/** On Helm 4 and an idle machine, in seconds. */
const goals = { 42: 0.5, 200: 2 };

const shapes = {
  chartroom: 'services on the common chart',
  lean: 'the same, packed without `dependencies`',
  created: 'charts of `helm create`',
};

let directory;
let folders;

before(async () => {
  directory = await mkdtemp(join(tmpdir(), 'chartroom-bench-'));
  const helm = await helmTerminal(process.env.CHARTROOM_HELM);
  folders = new Map();
  for (const [size] of sizes) {
    const place = shape => join(directory, `${shape}-${size}`);
    const chartroom = await writeUmbrella({
      directory: place('chartroom'),
      size,
      helm,
    });
    folders.set(size, {
      chartroom,
      lean: await writeLeanUmbrella({
        umbrella: chartroom,
        directory: place('lean'),
      }),
      created: await writeHelmCreate({
        directory: place('created'),
        size,
        helm,
      }),
    });
  }
});

after(() => rm(directory, { recursive: true }));

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** The medians of several renders, and what one printed. */
async function measure({ binary, umbrella, runs }) {
  const all = [];
  for (let run = 0; run < runs; run += 1) {
    all.push(
      await measureRun({
        command: binary,
        args: ['template', 'large', umbrella, '--kube-version', '1.33.0'],
        env: { PATH: process.env.PATH, HOME: directory },
      }),
    );
  }
  const of = key => median(all.map(run => run[key] ?? Number.NaN));
  return {
    output: all[0].output,
    seconds: of('seconds'),
    processor: of('processor'),
    megabytes: of('megabytes'),
  };
}

for (const { name, binary } of helms) {
  describe(
    `helm template on ${name}`,
    {
      skip: !binary && 'it is absent',
    },
    () => {
      const measured = {};

      before(async () => {
        for (const [size, runs] of sizes) {
          for (const shape of Object.keys(shapes)) {
            const umbrella = folders.get(size)[shape];
            const { output, ...row } = await measure({
              binary,
              umbrella,
              runs,
            });
            const secret = await releaseSecret({ umbrella, manifest: output });
            (measured[shape] ??= []).push({ size, output, secret, ...row });
          }
        }
      });

      for (const [shape, title] of Object.entries(shapes)) {
        test(`${title}: time, memory and the Secret of a release`, t => {
          t.diagnostic('medians: seconds, those of processor, peak memory');
          for (const row of measured[shape]) {
            t.diagnostic(
              [
                `${String(row.size).padStart(4)} services`,
                `${row.seconds.toFixed(2).padStart(6)} s`,
                `${row.processor.toFixed(2).padStart(6)} s`,
                `${row.megabytes.toFixed(0).padStart(4)} MiB`,
                `Secret ${(row.secret / 1024).toFixed(0).padStart(4)} KiB`,
                `(${((100 * row.secret) / largestSecret).toFixed(0)} %)`,
                ...(name === 'Helm 4' &&
                shape === 'chartroom' &&
                goals[row.size]
                  ? [`the goal is ${goals[row.size]} s`]
                  : []),
              ].join('   '),
            );
          }
          assert.ok(
            measured[shape].every(({ secret }) => secret < largestSecret),
          );
        });
      }

      test('services render alike with and without their `dependencies`', () => {
        measured.lean.forEach(({ output }, index) =>
          assert.equal(output, measured.chartroom[index].output),
        );
      });
    },
  );
}

test('lines that a team writes for a service', async t => {
  const { chartroom, created } = folders.get(12);
  const own = await writtenLines({
    directory: join(chartroom, '../../charts/service-3'),
  });
  const theirs = await writtenLines({
    directory: join(created, 'charts/service-3'),
  });
  t.diagnostic(`on the common chart ${own}, with helm create ${theirs}`);
  assert.ok(own * 4 <= theirs);
});
