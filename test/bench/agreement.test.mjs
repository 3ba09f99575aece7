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
import { createRequire } from 'node:module';
import { before, test } from 'node:test';

const require = createRequire(import.meta.url);
const {
  generatePlatform,
} = require('../../plugins/chartroom-common/src/__fixtures__/generatePlatform');
const {
  checkPlatform,
  readPlatform,
  syncPlatform,
} = require('../../plugins/chartroom-common/src');

const sizes = [12, 42, 200, 1000];
const runs = 3;
/** Done once: they change everything there is, and their limit is patience. */
const heavy = ['sync of every port', 'sync of the matrix alone'];
const now = '2026-12-01T10:00:00.000Z';
const matrixFile = 'service-matrix.yaml';
/** The size that the limit is for, and the one that growth is counted from. */
const measuredSize = 1000;
const comparedSize = 200;
/** Of the processor's time: the clock's also counts what else the machine does. */
const longest = 3000;
/** Of the time, over that of the number of services. */
const steepestGrowth = 1.6;

function applied(files, changes) {
  const after = new Map(files);
  for (const { kind, path, content } of changes) {
    if (kind === 'write') {
      after.set(path, content);
    } else {
      after.delete(path);
    }
  }
  return after;
}

/** A platform that agrees with itself, with the charts of all its services. */
function agreeing(services) {
  const files = generatePlatform({ services });
  const { changes, findings } = syncPlatform({ files, now });
  assert.deepEqual(findings, []);
  return applied(files, changes);
}

function withMatrix(files, change) {
  return new Map(files).set(matrixFile, change(files.get(matrixFile)));
}

/** What is measured, and what comes out of it: how many findings, or files that change. */
const tasks = {
  check: files => {
    const platform = readPlatform({ files });
    return checkPlatform({ platform }).length;
  },
  sync: files => syncPlatform({ files, now }).changes.length,
  'sync of one new edge': files =>
    syncPlatform({
      files: withMatrix(files, text => {
        const last = text.lastIndexOf('    dependencies:\n');
        const edge = '    dependencies:\n      - service-0\n';
        return text.slice(0, last) + text.slice(last).replace(/.*\n/, edge);
      }),
      now,
    }).changes.length,
  'sync of every port': files =>
    syncPlatform({
      files: withMatrix(files, text =>
        text.replaceAll('port: 8080', 'port: 9090'),
      ),
      now,
    }).changes.length,
  'sync of the matrix alone': files =>
    syncPlatform({
      files: new Map([[matrixFile, files.get(matrixFile)]]),
      now,
    }).changes.length,
};

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}

const measured = new Map();

before(() => {
  const platforms = sizes.map(services => ({
    services,
    files: agreeing(services),
  }));
  const times = new Map();
  // In turns, so that a busy minute of the machine strikes all sizes alike
  for (let run = 0; run < runs; run += 1) {
    for (const { services, files } of platforms) {
      for (const [name, task] of Object.entries(tasks)) {
        if (run > 0 && heavy.includes(name)) {
          continue;
        }
        const begun = performance.now();
        const cpu = process.cpuUsage();
        const outcome = task(files);
        const { user, system } = process.cpuUsage(cpu);
        const key = `${name} ${services}`;
        const known = times.get(key) ?? { outcome, all: [], cpu: [] };
        known.all.push(performance.now() - begun);
        known.cpu.push((user + system) / 1000);
        times.set(key, known);
      }
    }
  }
  for (const [key, { outcome, all, cpu }] of times) {
    measured.set(key, {
      outcome,
      waited: median(all),
      milliseconds: median(cpu),
    });
  }
});

test('sync changes the files that an edge is in', () => {
  for (const size of sizes) {
    const { outcome } = measured.get(`sync of one new edge ${size}`);
    // values.yaml, values-local.yaml, and the bindings of the chart, the diagram and the catalog
    assert.ok(outcome >= 3 && outcome <= 6, `changed ${outcome} files`);
  }
});

test('check finds nothing, and sync changes nothing, where all agrees', () => {
  for (const size of sizes) {
    assert.equal(measured.get(`check ${size}`).outcome, 0);
    assert.equal(measured.get(`sync ${size}`).outcome, 0);
  }
});

for (const name of Object.keys(tasks)) {
  test(`${name}: time and growth`, t => {
    t.diagnostic(
      `medians of ${
        heavy.includes(name) ? 1 : runs
      } in milliseconds: processor, and clock`,
    );
    let last;
    for (const size of sizes) {
      const { milliseconds, waited, outcome } = measured.get(`${name} ${size}`);
      const growth = last
        ? `× ${(milliseconds / last.milliseconds).toFixed(1)} for × ${(
            size / last.size
          ).toFixed(1)} services`
        : '';
      t.diagnostic(
        `${String(size).padStart(5)} services ${milliseconds
          .toFixed(0)
          .padStart(6)} ${waited
          .toFixed(0)
          .padStart(6)}   ${outcome} in the answer   ${growth}`,
      );
      last = { size, milliseconds };
    }
  });
}

for (const name of ['check', 'sync']) {
  test(`${name} of ${measuredSize} services in ${longest} ms, in a time that grows with them`, () => {
    const { milliseconds } = measured.get(`${name} ${measuredSize}`);
    const smaller = measured.get(`${name} ${comparedSize}`).milliseconds;
    assert.ok(milliseconds <= longest, `took ${milliseconds.toFixed(0)} ms`);
    const growth = milliseconds / smaller / (measuredSize / comparedSize);
    assert.ok(growth <= steepestGrowth, `grew × ${growth.toFixed(2)}`);
  });
}
