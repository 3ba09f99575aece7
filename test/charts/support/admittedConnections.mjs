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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { run } from '../../support/run.mjs';

/**
 * What the network policies of a render admit to or from its own workloads, as np-guard judges it: sentences
 * such as `cart => redis : TCP 6379`, where an end outside is a range of addresses. `namespace` is the one
 * that was rendered for; `neighbours` are pods of others, each `{ namespace, name, labels }`.
 */
export async function admittedConnections(options) {
  const { manifests, namespace, neighbours } = options;
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-connections-'));
  try {
    await writeFile(join(directory, 'system.yaml'), manifests);
    await writeFile(
      join(directory, 'neighbours.yaml'),
      neighbours.flatMap(neighbour).join('---\n'),
    );
    const list = JSON.parse(
      await run(process.env.CHARTROOM_NETPOLICY, [
        ...['list', '--quiet', '--output', 'json'],
        ...['--dirpath', directory],
      ]),
    );
    const isOwn = name => name.startsWith(`${namespace}/`);
    const end = name =>
      name.replace(`${namespace}/`, '').replace(/\[.*\]$/, '');
    return list
      .filter(({ src, dst }) => isOwn(src) || isOwn(dst))
      .map(({ src, dst, conn }) => `${end(src)} => ${end(dst)} : ${conn}`)
      .sort();
  } finally {
    await rm(directory, { recursive: true });
  }
}

/** The namespace of a pod, and the pod; no policy concerns them. */
function neighbour({ namespace, name, labels }) {
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        name: namespace,
        labels: { 'kubernetes.io/metadata.name': namespace },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name, namespace, labels },
      spec: { containers: [{ name: 'program', image: 'program' }] },
    },
  ].map(object => stringify(object));
}
