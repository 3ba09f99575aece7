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

import assert from 'node:assert/strict';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { parse } from 'yaml';
import { admittedEdges } from '../support/admittedEdges.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { declaredEdges } from './support/declaredEdges.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';
import { manifests } from './support/manifests.mjs';
import { outsiderManifests, outsiders } from './support/outsiders.mjs';
import { serviceValues } from './support/serviceValues.mjs';

const skip =
  !process.env.CHARTROOM_NETPOLICY &&
  'the evaluator of network policies is absent';

const platforms = await examplePlatforms();

/** A pod in the system's namespace that is none of the system's. */
function stranger(namespace) {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'stranger', namespace },
    spec: { containers: [{ name: 'stranger', image: 'stranger' }] },
  };
}

eachHelm('edges of the examples', helm => {
  for (const platform of platforms) {
    describe(platform.name, () => {
      /** By environment: the edges that are declared, and those that are admitted. */
      const edges = {};

      before(async () => {
        if (skip) return;
        const directory = await assemblePlatform({ helm, ...platform });
        const matrix = parse(
          await readFile(join(directory, 'service-matrix.yaml'), 'utf8'),
        );
        for (const { name, namespace, values: file } of platform.environments) {
          const values = await serviceValues({
            ...{ directory, umbrella: platform.umbrella, values: file },
            services: matrix.services.map(service => service.name),
          });
          const rendered = await helm(
            ...[
              'template',
              platform.system,
              join(directory, platform.umbrella),
            ],
            ...['--namespace', namespace, '--values', join(directory, file)],
          );
          edges[name] = {
            declared: declaredEdges({
              matrix,
              environment: matrix.environments.find(
                environment => environment.name === name,
              ),
              values,
            }),
            admitted: await admittedEdges({
              manifests: [
                rendered,
                outsiderManifests(outsiders({ values })),
                manifests(stranger(namespace)),
              ].join('\n'),
              namespace,
              without: ['stranger'],
            }),
          };
        }
        await rm(directory, { recursive: true });
      });

      for (const { name } of platform.environments) {
        it(
          `admits in ${name} what is declared, and nothing else`,
          {
            skip,
          },
          () => {
            assert.ok(edges[name].declared.length > 0);
            assert.deepEqual(edges[name].admitted, edges[name].declared);
          },
        );
      }
    });
  }
});
