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
import { tokens } from './planLandscape.mjs';

const { name, version, subchartVersion } = tokens;
/** Of what each chart renders, in KiB. */
const sizes = { small: 8, medium: 30, large: 150, part: 12 };
const words =
  'alert queue request seconds total rate error latency histogram bucket service namespace instance summary severity page warning expression threshold duration region tenant cache shard replica leader commit offset consumer lag retry circuit breaker upstream timeout limit memory processor saturation budget burn window objective panel legend axis color stacked datasource prometheus query interval template variable refresh dashboard folder owner runbook'.split(
    ' ',
  );

const workload = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ .Chart.Name }}
  labels:
    helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
    app.kubernetes.io/name: {{ .Chart.Name }}
    app.kubernetes.io/instance: {{ .Release.Name }}
    app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
    app.kubernetes.io/managed-by: {{ .Release.Service }}
spec:
  replicas: 2
  selector: { matchLabels: { app.kubernetes.io/name: {{ .Chart.Name }} } }
  template:
    metadata: { labels: { app.kubernetes.io/name: {{ .Chart.Name }} } }
    spec:
      containers: [{ name: main, image: "shop/{{ .Chart.Name }}:{{ .Chart.AppVersion }}" }]
`;
/** Nobody runs it: an upgrade waits for it until it is cut off. */
const hook = `apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-migrate
  annotations: { helm.sh/hook: pre-upgrade }
spec:
  template:
    spec:
      restartPolicy: Never
      containers: [{ name: main, image: shop/migrate }]
`;

/**
 * Writes the charts that a benchmark's releases are clones of, and resolves with the folder of each shape: one Deployment
 * and text of the size of a shape, as dashboards and alerts are; an umbrella with an alias, a library and one that is switched off.
 * With `isLean` all are small.
 */
export async function writeShapes({ directory, isLean = false }) {
  const kibibytes = isLean ? { small: 1, medium: 1, large: 1, part: 1 } : sizes;
  const write = async (chart, files) => {
    for (const [file, text] of Object.entries(files)) {
      const path = join(directory, chart, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
    return join(directory, chart);
  };
  const plain = (chart, size) => ({
    'Chart.yaml': chartFile({ name: chart, version }),
    'values.yaml': 'tag: "1"\n',
    'templates/deployment.yaml': workload,
    'templates/dashboard.yaml': dashboard(kibibytes[size]),
  });
  const part = (folder, fields, templates) =>
    Object.fromEntries(
      Object.entries({
        'Chart.yaml': chartFile({ version: subchartVersion, ...fields }),
        ...templates,
      }).map(([file, text]) => [`charts/${folder}/${file}`, text]),
    );
  const ofPart = {
    'templates/deployment.yaml': workload,
    'templates/dashboard.yaml': dashboard(kibibytes.part),
  };
  const dependency = (member, more) => ({
    name: `${name}-${member}`,
    version: subchartVersion,
    repository: '',
    ...more,
  });

  return {
    small: await write('small', plain(name, 'small')),
    medium: await write('medium', plain(name, 'medium')),
    large: await write('large', plain(name, 'large')),
    pending: await write('pending', {
      ...plain(name, 'small'),
      'templates/hook.yaml': hook,
    }),
    refused: await write('refused', {
      ...plain(name, 'small'),
      // Helm stores the revision before the API server sees this name
      'templates/refused.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: Refused }\n',
    }),
    umbrella: await write('umbrella', {
      'Chart.yaml': chartFile({
        name,
        version,
        dependencies: [
          dependency('api'),
          dependency('api', { alias: `${name}-worker` }),
          dependency('web'),
          dependency('idle', { condition: `${name}-idle.enabled` }),
          dependency('library'),
        ],
      }),
      'values.yaml': stringify({
        [`${name}-idle`]: { enabled: false },
      }),
      ...part('api', { name: `${name}-api` }, ofPart),
      ...part('web', { name: `${name}-web` }, ofPart),
      ...part('idle', { name: `${name}-idle` }, ofPart),
      ...part(
        'library',
        { name: `${name}-library`, type: 'library' },
        {
          'templates/_library.tpl': '{{- define "library" }}{{ end -}}\n',
        },
      ),
    }),
  };
}

function chartFile(fields) {
  return stringify({
    ...{ apiVersion: 'v2', type: 'application', appVersion: '7.1.0' },
    ...fields,
  });
}

/** Always the same, and as compressible as such text is. */
function dashboard(kibibytes) {
  let state = kibibytes;
  // Numerical Recipes' linear congruential generator
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const word = () => words[Math.floor(next() * words.length)];
  const lines = [];
  for (
    let length = 0;
    length < kibibytes * 1024;
    length += lines.at(-1).length
  ) {
    const sentence = Array.from({ length: 7 }, word).join(' ');
    lines.push(
      `  rule-${lines.length}: "${sentence} ${Math.floor(next() * 100_000)}"\n`,
    );
  }
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Chart.Name }}-dashboard
data:
${lines.join('')}`;
}
