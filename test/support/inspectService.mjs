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
import { readFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connections } from './connections.mjs';
import { helms, helmTerminal } from './helm.mjs';
import { run } from './run.mjs';

/**
 * Looks at a created service from outside, as a terminal would: clones both
 * repositories, builds and renders the charts with each Helm, and asks
 * np-guard's evaluator which connections are new.
 */
export async function inspectService({ portal, service, repositoryUrl }) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-inspect-'));
  const git = (...args) =>
    run('git', args, {
      cwd: directory,
      env: {
        PATH: process.env.PATH,
        HOME: directory,
        GIT_TERMINAL_PROMPT: '0',
      },
    });
  await git('clone', '--quiet', repositoryUrl, 'service');
  await git(
    'clone',
    '--quiet',
    `${portal.forge}/shop/robot-shop.git`,
    'platform',
  );

  const diff = await git(
    '-C',
    'platform',
    'diff',
    '--unified=0',
    'HEAD~1',
    'HEAD',
    '--',
    'helm/robot-shop/Chart.yaml',
  );
  const changed = diff
    .split('\n')
    .filter(line => /^[+-](?![+-])/.test(line))
    .filter(line => line.trim() !== '+');
  assert.deepEqual(
    changed.map(line => line.trim().replace(/"/g, '')),
    [
      `+  - name: ${service.name}`,
      '+    version: 0.1.0',
      `+    repository: ${portal.charts}`,
      `+    condition: ${service.name}.enabled`,
    ],
    'the umbrella gains its dependency and nothing else',
  );

  const results = [];
  for (const { name, binary } of helms) {
    const helm = await helmTerminal(binary);
    await helm('repo', 'add', 'chartroom', portal.charts);

    const chart = join(directory, 'service/chart');
    await helm('dependency', 'build', chart);
    await helm(
      'lint',
      '--strict',
      chart,
      '-f',
      join(chart, 'values-local.yaml'),
    );
    await helm(
      'template',
      service.name,
      chart,
      '-f',
      join(chart, 'values-local.yaml'),
    );

    const umbrella = join(directory, 'platform/helm/robot-shop');
    await helm('dependency', 'build', umbrella);
    await helm(
      'lint',
      '--strict',
      umbrella,
      '--set',
      `${service.name}.enabled=true`,
    );
    const before = await helm(
      'template',
      'robot-shop',
      umbrella,
      '-n',
      'robot-shop',
    );
    const after = await helm(
      'template',
      'robot-shop',
      umbrella,
      '-n',
      'robot-shop',
      '--set',
      `${service.name}.enabled=true`,
    );
    results.push({
      helm: name,
      added: await newConnections(before, after),
      rendered: after,
    });
  }
  return {
    directory,
    results,
    matrix: await readFile(
      join(directory, 'platform/service-matrix.yaml'),
      'utf8',
    ),
  };
}

/** What `after` admits between workloads that `before` does not, and the reverse. */
async function newConnections(before, after) {
  const [old, now] = [await connections(before), await connections(after)];
  assert.deepEqual(
    old.filter(line => !now.includes(line)),
    [],
    'no connection is lost',
  );
  return now.filter(line => !old.includes(line));
}

/** The lines that `connections` must gain for a service. */
export function expectedConnections(service) {
  return service.dependencies
    .map(({ name, port }) => `${service.name} -> ${name} : TCP ${port}`)
    .sort();
}
