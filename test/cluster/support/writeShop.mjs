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
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

const labels = `labels:
    helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
    app.kubernetes.io/instance: {{ .Release.Name }}`;

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Chart.Name }}
  ${labels}
spec:
  selector: { matchLabels: { app: {{ .Chart.Name }} } }
  template:
    metadata: { labels: { app: {{ .Chart.Name }} } }
    spec:
      containers: [{ name: main, image: "shop/{{ .Chart.Name }}:{{ .Values.tag }}" }]
`;

const hook = `apiVersion: batch/v1
kind: Job
metadata:
  name: prepare
  annotations:
    helm.sh/hook: pre-install,pre-upgrade
    helm.sh/hook-delete-policy: before-hook-creation
spec:
  backoffLimit: 0
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: "shop/prepare:{{ .Values.prepare }}" }]
`;

/**
 * Writes a small umbrella chart into a directory and resolves with its path: an `api`, the same chart once more under the
 * alias `worker`, a `cache` under a condition, and a hook before each install and upgrade.
 */
export async function writeShop(options) {
  const { directory, version = '1.0.0', apiVersion = '1.0.0' } = options;
  const service = (name, own) => ({
    [`charts/${name}/Chart.yaml`]: chart({
      name,
      version: own,
      appVersion: `app-${own}`,
    }),
    [`charts/${name}/values.yaml`]: 'tag: "1"\n',
    [`charts/${name}/templates/deployment.yaml`]: deployment,
  });
  const files = {
    'Chart.yaml': chart({
      name: 'shop',
      version,
      dependencies: [
        { name: 'api', version: apiVersion, repository: '' },
        { name: 'api', alias: 'worker', version: apiVersion, repository: '' },
        {
          name: 'cache',
          version: '1.0.0',
          repository: '',
          condition: 'cache.enabled',
        },
      ],
    }),
    'values.yaml': 'prepare: "1"\ncache: { enabled: false }\n',
    'templates/hook.yaml': hook,
    ...service('api', apiVersion),
    ...service('cache', '1.0.0'),
  };
  const path = join(directory, `shop-${version}`);
  for (const [file, text] of Object.entries(files)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  }
  return path;
}

function chart(fields) {
  return stringify({ apiVersion: 'v2', type: 'application', ...fields });
}
