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

import { cp, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  commonChart,
  commonChartVersion,
} from '../../charts/support/repository.mjs';

const require = createRequire(import.meta.url);
const core = '../../../plugins/chartroom-common/src';
const { serviceChart } = require(`${core}/charts`);
const { readMatrix } = require(`${core}/matrix`);
const { builtInProfiles, serviceWiring } = require(`${core}/wiring`);
const { stringifyYaml } = require(`${core}/yaml`);

const languages = ['node', 'java', 'python', 'go', 'php'];

/** Each service calls the two before it, so each has two callers. */
function matrixOf(size) {
  return {
    system: 'large',
    images: { registry: 'registry.example.com/large' },
    services: Array.from({ length: size }, (_, index) => ({
      name: `service-${index}`,
      language: languages[index % languages.length],
      port: 8080,
      dependencies: [index - 1, index - 2]
        .filter(other => other >= 0)
        .map(other => `service-${other}`),
    })),
  };
}

/**
 * Writes a platform of as many services as `size` says, as Chartroom makes their charts and
 * their wiring, and lets Helm pack them into the umbrella. Resolves with the umbrella's folder.
 */
export async function writeUmbrella({ directory, size, helm }) {
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    text: stringifyYaml(matrixOf(size)),
    umbrella: 'helm/large',
  });
  const profiles = builtInProfiles;
  const dependencies = [dependencyOn('platform-common', commonChartVersion)];
  const values = {};
  for (const service of matrix.services) {
    const { name } = service;
    await writeFiles(
      join(directory, 'charts', name),
      serviceChart({ matrix, service, profiles, version: '1.0.0' }),
    );
    dependencies.push({
      ...dependencyOn(name, '1.0.0'),
      condition: `${name}.enabled`,
    });
    const wiring = serviceWiring({ matrix, service, profiles });
    values[name] = { enabled: true, wiring };
  }
  await cp(commonChart, join(directory, 'charts/platform-common'), {
    recursive: true,
  });
  const umbrella = join(directory, 'helm/large');
  const chart = { apiVersion: 'v2', name: 'large', version: '1.0.0' };
  await writeFiles(umbrella, [
    ['Chart.yaml', stringifyYaml({ ...chart, dependencies })],
    ['values.yaml', stringifyYaml(values)],
    [
      'templates/umbrella.yaml',
      '{{ include "platform-common.v1.umbrella" . }}\n',
    ],
  ]);
  await helm('dependency', 'update', umbrella);
  return umbrella;
}

function dependencyOn(name, version) {
  return { name, version, repository: `file://../../charts/${name}` };
}

async function writeFiles(folder, files) {
  for (const [path, text] of files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
