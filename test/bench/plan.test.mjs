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
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  timedPlan,
  timedPreview,
  timedRead,
} from './support/createService.mjs';
import { timedDocumentEdits } from './support/documentEdits.mjs';

const require = createRequire(import.meta.url);
const {
  generatePlatform,
} = require('../../plugins/chartroom-common/src/__fixtures__/generatePlatform');

const sizes = [250, 1000, 4000];
const runs = 9;
/** The size that the limits are for. */
const measuredSize = 1000;
const longestPreview = 150;
const longestPlan = 1000;
const longestCold = 2000;

const coldPlan = fileURLToPath(
  new URL('./support/coldPlan.mjs', import.meta.url),
);

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

/** Reads and plans in a fresh process. */
function cold(files) {
  return new Promise((resolve, reject) => {
    const child = execFile(
      process.execPath,
      ['--require', '@backstage/cli-node/config/nodeTransform.cjs', coldPlan],
      (error, stdout) => (error ? reject(error) : resolve(JSON.parse(stdout))),
    );
    child.stdin.end(JSON.stringify([...files]));
  });
}

/** One run in a platform, in milliseconds. */
async function measure({ files, platform }) {
  const { milliseconds: read } = timedRead(files);
  const { milliseconds: preview, plan } = timedPreview(platform);
  const { milliseconds: planned } = timedPlan(platform);
  const document = timedDocumentEdits({ files, plan });
  const fresh = await cold(files);
  return {
    read,
    preview,
    plan: planned,
    document,
    first: fresh.plan,
    cold: fresh.read + fresh.plan,
  };
}

const columns = [
  ['services', ({ services }) => String(services)],
  ['MB of YAML', ({ characters }) => (characters / 1e6).toFixed(2)],
  ['read', ({ read }) => read.toFixed(0)],
  ['preview', ({ preview }) => preview.toFixed(0)],
  ['plan', ({ plan }) => plan.toFixed(0)],
  ['first plan', ({ first }) => first.toFixed(0)],
  ['cold (first read and plan)', row => row.cold.toFixed(0)],
  ['same edits with yaml Document', row => row.document.toFixed(0)],
];

/** The medians, and how each grows from one size to the next. */
function table(rows) {
  const titles = columns.map(([title]) => title);
  const cells = rows.map(row => columns.map(([, cell]) => cell(row)));
  const growth = cells.slice(1).map((row, index) =>
    row.map((cell, column) => {
      const factor = Number(cell) / Number(cells[index][column]);
      return `× ${factor.toFixed(1)}`;
    }),
  );
  return [titles, ...cells, ...growth].map(line =>
    line
      .map((cell, column) => cell.padStart(titles[column].length))
      .join('   '),
  );
}

const platforms = sizes.map(services => {
  const files = generatePlatform({ services });
  return { services, files, platform: timedRead(files).platform, runs: [] };
});
let measured;

before(async () => {
  // In turns, so that a busy minute of the machine strikes all sizes alike
  for (let run = 0; run < runs; run += 1) {
    for (const platform of platforms) {
      platform.runs.push(await measure(platform));
    }
  }
  measured = platforms.map(({ services, files, runs: all }) => {
    const medians = Object.keys(all[0]).map(key => [
      key,
      median(all.map(run => run[key])),
    ]);
    const characters = [...files.values()].join('').length;
    return { services, characters, ...Object.fromEntries(medians) };
  });
});

test(`shows the plan of a service among ${measuredSize} in ${longestPreview} ms`, t => {
  t.diagnostic(`medians of ${runs} runs in milliseconds`);
  table(measured).forEach(line => t.diagnostic(line));
  const { preview } = measured.find(row => row.services === measuredSize);
  assert.ok(preview <= longestPreview, `took ${preview.toFixed(0)} ms`);
});

test(`plans all of it in ${longestPlan} ms`, () => {
  const { plan } = measured.find(row => row.services === measuredSize);
  assert.ok(plan <= longestPlan, `took ${plan.toFixed(0)} ms`);
});

test(`reads the platform and plans in a fresh process in ${longestCold} ms`, () => {
  const row = measured.find(({ services }) => services === measuredSize);
  assert.ok(row.cold <= longestCold, `took ${row.cold.toFixed(0)} ms`);
});
