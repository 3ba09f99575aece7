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

import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { robotShop } from './repository.mjs';

const examples = dirname(robotShop);

/**
 * The platform repositories below `examples/`: the name and folder of each, where its umbrella is, its environments with
 * their values files, and the service charts that stand in it.
 */
export async function examplePlatforms() {
  const entries = await readdir(examples);
  return Promise.all(
    entries
      .filter(name => existsSync(join(examples, name, 'service-matrix.yaml')))
      .sort()
      .map(readPlatform),
  );
}

async function readPlatform(name) {
  const example = join(examples, name);
  const matrix = parse(
    await readFile(join(example, 'service-matrix.yaml'), 'utf8'),
  );
  const umbrella = matrix.umbrella ?? (await onlyUmbrella(example));
  const system = matrix.system ?? name;
  return {
    name,
    example,
    umbrella,
    system,
    environments: matrix.environments.map(environment => ({
      name: environment.name,
      namespace: environment.namespace ?? system,
      values: join(
        umbrella,
        environment.values ?? `values-${environment.name}.yaml`,
      ),
    })),
    services: matrix.services
      .map(service => service.name)
      .filter(service => existsSync(join(example, 'charts', service))),
  };
}

async function onlyUmbrella(example) {
  const [umbrella] = await readdir(join(example, 'helm'));
  return join('helm', umbrella);
}
