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

import { measureRun } from '../../support/measureRun.mjs';

/**
 * Lists all releases with Helm several times, and resolves with what each run took and told: whose `releases` have the words
 * of what we collect.
 */
export async function listWithHelm({ helm, kubeconfig, directory, runs }) {
  const { name, binary } = helm;
  const all = [];
  for (let time = 0; time < runs; time += 1) {
    const { output, ...usage } = await measureRun({
      command: binary,
      args: [
        ...['list', '--all-namespaces', '--max', '0', '--output', 'json'],
        // Helm 4 lists every state without being told to
        ...(name === 'Helm 3' ? ['--all'] : []),
        ...['--kubeconfig', kubeconfig],
      ],
      env: { PATH: process.env.PATH, HOME: directory },
    });
    const releases = JSON.parse(output).map(
      ({ name: release, namespace, revision, status, chart }) => ({
        ...{ name: release, namespace, revision: Number(revision) },
        ...{ status, chart },
      }),
    );
    all.push({ ...usage, releases });
  }
  return all;
}
