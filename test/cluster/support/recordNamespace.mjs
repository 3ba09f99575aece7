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

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';

/** What is recorded: what tells what runs and how it does. Of Secrets those alone in which Helm keeps its releases. */
const resources = [
  { apiVersion: 'apps/v1', kind: 'Deployment' },
  { apiVersion: 'apps/v1', kind: 'StatefulSet' },
  { apiVersion: 'apps/v1', kind: 'DaemonSet' },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet' },
  { apiVersion: 'batch/v1', kind: 'Job' },
  { apiVersion: 'batch/v1', kind: 'CronJob' },
  { apiVersion: 'v1', kind: 'Pod' },
  {
    apiVersion: 'v1',
    kind: 'Secret',
    query:
      'labelSelector=owner%3Dhelm&fieldSelector=type%3Dhelm.sh%2Frelease.v1',
  },
];

/** Writes the objects of a namespace into a folder of its name, a file for each resource, sorted by name. */
export async function recordNamespace(options) {
  const { cluster, namespace, folder } = options;
  const directory = join(folder, namespace);
  await mkdir(directory, { recursive: true });
  for (const { apiVersion, kind, query = '' } of resources) {
    const root = apiVersion === 'v1' ? '/api/v1' : `/apis/${apiVersion}`;
    const plural = `${kind.toLowerCase()}s`;
    const items = await cluster.list(
      `${root}/namespaces/${namespace}/${plural}?${query}`,
    );
    if (items.length > 0) {
      const documents = items
        .map(item => ({ apiVersion, kind, ...withoutManagers(item) }))
        .sort(byName)
        .map(item => stringify(item, { lineWidth: 0 }));
      await writeFile(
        join(directory, `${plural}.yaml`),
        documents.join('---\n'),
      );
    }
  }
}

function withoutManagers({ metadata, ...object }) {
  const { managedFields: _fields, ...rest } = metadata;
  return { metadata: rest, ...object };
}

function byName(one, other) {
  return one.metadata.name < other.metadata.name ? -1 : 1;
}
