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

import { lockDigest, type ChartDependency } from '../charts';
import { derivedFiles, replaceSection } from '../derived';
import type { FileTree } from '../files';
import { readMatrix } from '../matrix';
import { builtInProfiles, serviceWiring } from '../wiring';
import { stringifyYaml } from '../yaml';

const engines = ['mongodb', 'mysql', 'postgresql', 'redis', 'rabbitmq'];
const languages = ['node', 'java', 'python', 'go', 'php'];
/** One backing service for this many services. */
const servicesPerStore = 20;

/**
 * A platform repository of any size, always the same for the same size: a
 * matrix, and an umbrella and derived files that agree with it.
 *
 * @internal
 */
export function generatePlatform(options: {
  /** How many services there are, backing services among them. */
  services: number;
}): FileTree {
  const stores = Math.ceil(options.services / servicesPerStore);
  const services = options.services - stores;
  const matrixText = stringifyYaml({
    system: 'large',
    owner: 'group:default/large',
    charts: { repository: 'https://charts.example.com/large' },
    images: { registry: 'registry.example.com/large' },
    environments: [{ name: 'prod', domain: 'large.example.com' }],
    services: [
      ...Array.from({ length: services }, (_, index) => ({
        name: `service-${index}`,
        language: languages[index % languages.length],
        tier: 'backend',
        port: 8080,
        dependencies: dependencyNames({ index, stores }),
      })),
      ...Array.from({ length: stores }, (_, index) => ({
        name: `store-${index}`,
        engine: engines[index % engines.length],
        tier: 'database',
      })),
    ],
  });
  const umbrella = 'helm/large';
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    text: matrixText,
    umbrella,
  });
  if (!matrix) {
    throw new Error('The generated matrix cannot be read.');
  }
  const dependencies = matrix.services.map(
    ({ name }): ChartDependency => ({
      name,
      version: '1.0.0',
      repository: `file://../../charts/${name}`,
      condition: `${name}.enabled`,
    }),
  );
  const locked = dependencies.map(({ name, repository, version }) => ({
    name,
    repository,
    version,
  }));
  const values = Object.fromEntries(
    matrix.services.map(service => [
      service.name,
      {
        enabled: true,
        wiring: serviceWiring({ matrix, service, profiles: builtInProfiles }),
      },
    ]),
  );
  const files = new Map([
    ['service-matrix.yaml', matrixText],
    [
      `${umbrella}/Chart.yaml`,
      stringifyYaml({
        apiVersion: 'v2',
        name: 'large',
        version: '1.0.0',
        dependencies,
      }),
    ],
    [
      `${umbrella}/Chart.lock`,
      stringifyYaml({
        dependencies: locked,
        digest: lockDigest({ dependencies, locked }),
        generated: '2026-01-01T00:00:00Z',
      }),
    ],
    [`${umbrella}/values.yaml`, stringifyYaml(values)],
  ]);
  const platform = {
    ...{ files, matrix, matrixFile: 'service-matrix.yaml' },
    ...{ profiles: builtInProfiles, parsed: new Map() },
    ...{ namesTaken: [], findings: [] },
  };
  for (const file of derivedFiles({ platform })) {
    if (file.kind === 'file') {
      files.set(file.path, file.content);
    } else if (file.kind === 'section') {
      files.set(file.path, replaceSection({ ...file, text: '' }));
    }
  }
  return files;
}

/** Services call some of those listed before them, so that nobody calls in a circle, and one backing service each. */
function dependencyNames(options: { index: number; stores: number }): string[] {
  const { index, stores } = options;
  const called = [1, 3, 7]
    .map(distance => index - distance)
    .filter(other => other >= 0)
    .map(other => `service-${other}`);
  return [...called, `store-${index % stores}`];
}
