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

import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse, stringify } from 'yaml';
import { helmTerminal } from '../../../support/helm.mjs';

/**
 * Upgrades a release with real Helm several times, and resolves with the seconds from the end of each upgrade until a person
 * was told its version and revision: negative where they were told before Helm had ended.
 */
export async function measureFreshness(options) {
  const { binary, shapes, release, kubeconfig, directory, runs, read } =
    options;
  const { name, namespace, revisions } = release;
  const chart = join(directory, 'upgraded');
  await cp(join(shapes, 'small'), chart, { recursive: true });
  const file = join(chart, 'Chart.yaml');
  const fields = parse(await readFile(file, 'utf8'));
  const helm = await helmTerminal(binary);
  const late = [];
  for (let time = 1; time <= runs; time += 1) {
    const version = `3.${time}.0`;
    await writeFile(file, stringify({ ...fields, name, version }));
    const upgraded = helm(
      ...['upgrade', name, chart, '--namespace', namespace],
      // The seed wrote the objects, and owns their fields
      ...(binary === process.env.CHARTROOM_HELM ? ['--server-side=false'] : []),
      ...['--kubeconfig', kubeconfig],
    ).then(() => performance.now());
    const seen = whenTold({ read, version, revision: revisions + time });
    const [ended, told] = await Promise.all([upgraded, seen]);
    late.push((told - ended) / 1000);
  }
  return late;
}

async function whenTold({ read, version, revision }) {
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    const { deployed, helm } = await read();
    if (
      deployed?.version === version &&
      helm?.revision === revision &&
      helm.status === 'deployed'
    ) {
      return performance.now();
    }
    await sleep(20);
  }
  throw new Error(`nobody was told of revision ${revision} within a minute`);
}
