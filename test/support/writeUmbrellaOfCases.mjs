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

import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';

const labelled = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
  labels:
    helm.sh/chart: {{ printf "%s-%s" .Chart.Name .Chart.Version | replace "+" "_" | trunc 63 | trimSuffix "-" }}
    app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
data: {}
`;
const unlabelled = `
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ .Release.Name }}-{{ .Chart.Name }}
`;
const hook = labelled.replace(
  'metadata:\n',
  'metadata:\n  annotations: { helm.sh/hook: pre-install }\n',
);
/** A chart whose label is cut in its version. */
export const longChart = {
  name: 'a-service-with-a-very-long-name-which-fills-a-label',
  version: '1.2.3-a.prerelease.that.is.cut',
};

/**
 * Writes an umbrella whose charts each are a case of their own (aliased, switched off, a library, hooks alone, without labels, with a label
 * that is cut, inside another, undeclared), and resolves with its folder.
 */
export async function writeUmbrellaOfCases({ helm }) {
  const root = await mkdtemp(join(tmpdir(), 'chartroom-release-'));
  const write = async (path, text) => {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  };
  const chart = async (folder, fields, template) => {
    const text = stringify({ apiVersion: 'v2', appVersion: '7', ...fields });
    await write(`${folder}/Chart.yaml`, text);
    if (template) {
      await write(`${folder}/templates/all.yaml`, template);
    }
  };
  await chart('redis-1', { name: 'redis', version: '1.2.0+b.3' }, labelled);
  await chart('redis-2', { name: 'redis', version: '2.0.1' }, labelled);
  await chart('cart', { name: 'cart', version: '0.3.0-rc.1' }, labelled);
  const store = { name: 'store', version: '0.0.9' };
  await chart('cart/charts/store', store, labelled);
  const library = { name: 'common', version: '1.0.5', type: 'library' };
  await chart('common', library);
  await chart('idle', { name: 'idle', version: '3.0.0' }, labelled);
  await chart('migrations', { name: 'migrations', version: '4.1.0' }, hook);
  await chart('plain', { name: 'plain', version: '5.0.2' }, unlabelled);
  await chart('long', longChart, labelled);
  await chart(
    'shop/charts/vendored',
    { name: 'vendored', version: '6.0.0' },
    labelled,
  );
  const repository = folder => `file://../${folder}`;
  await chart(
    'shop',
    {
      name: 'shop',
      version: '10.0.0',
      dependencies: [
        ['redis', '^1.0.0', 'redis-1', { alias: 'cache' }],
        ['redis', '^2.0.0', 'redis-2', { alias: 'sessions' }],
        ['cart', '>=0.3.0-0', 'cart'],
        ['common', '1.x', 'common'],
        ['idle', '3.0.0', 'idle', { condition: 'idle.enabled' }],
        ['migrations', '~4.1', 'migrations'],
        ['plain', '*', 'plain'],
        [longChart.name, '*-0', 'long'],
      ].map(([name, version, folder, more]) => ({
        name,
        version,
        repository: repository(folder),
        ...more,
      })),
    },
    labelled,
  );
  await write('shop/values.yaml', 'idle: { enabled: false }\n');
  const vendored = join(root, 'vendored');
  await cp(join(root, 'shop/charts/vendored'), vendored, { recursive: true });
  await helm('dependency', 'update', join(root, 'shop'));
  // An update empties charts/
  await cp(vendored, join(root, 'shop/charts/vendored'), { recursive: true });
  return join(root, 'shop');
}
