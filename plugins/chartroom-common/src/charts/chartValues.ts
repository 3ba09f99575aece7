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

import type { Matrix, Service } from '../matrix';
import { serviceBindings, type EngineProfile } from '../wiring';
import { wiredPort } from '../wiring/serviceWiring';
import { stringifyYaml } from '../yaml';
import { imageRepository } from './imageRepository';
import type { ChartProbes } from './serviceChart';

/**
 * The values.yaml of a service's chart, as a person would write it.
 *
 * @internal
 */
export function chartValues(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  probes?: ChartProbes;
}): string {
  const { matrix, service, probes } = options;
  const { bindings, env } = serviceBindings(options);
  const tag = service.image?.tag;
  const isEmpty = (value: object) => Object.keys(value).length === 0;
  return paragraphs([
    [
      `What ${service.name} needs to run. Where its dependencies are is not written here: the`,
      'umbrella of the platform says it, and values-local.yaml for an installation alone.',
    ],
    {
      ...(service.language && { language: service.language }),
      ...(service.type !== 'deployment' && { type: service.type }),
    },
    ...(tag
      ? []
      : [
          ['The tag is appVersion of Chart.yaml, unless image.tag is written.'],
        ]),
    {
      image: {
        repository: imageRepository({ matrix, service }),
        ...(tag && { tag }),
      },
    },
    ...(service.ports.length === 0
      ? [['A worker: it opens no port, so it has no Service and no probe.']]
      : []),
    {
      ports: Object.fromEntries(
        service.ports.map(port => [port.name, wiredPort(port)]),
      ),
    },
    ...(isEmpty(bindings)
      ? []
      : [
          [
            'Under which environment names the program finds what it depends on.',
          ],
          { bindings },
        ]),
    ...(isEmpty(env) ? [] : [{ env }]),
    ...(probes && service.ports.length > 0
      ? [
          {
            probes: {
              liveness: { path: probes.liveness },
              readiness: { path: probes.readiness },
            },
          },
        ]
      : []),
    ...(service.egress.length > 0
      ? [
          [
            'Ports that are open to public addresses: a network policy knows no host names.',
          ],
          { egress: service.egress },
        ]
      : []),
    { labels: { 'app.kubernetes.io/component': service.tier } },
  ]);
}

/** Comments, as lists of lines, and values; a comment stands directly above the values after it. */
function paragraphs(written: ReadonlyArray<string[] | object>): string {
  const blocks = written.filter(block => Object.keys(block).length > 0);
  return blocks
    .map((block, index) => {
      if (Array.isArray(block)) {
        const lines = block.map(line => `# ${line}\n`).join('');
        return index === 0 ? lines : `\n${lines}`;
      }
      const followsComment = Array.isArray(blocks[index - 1]);
      return `${followsComment ? '' : '\n'}${stringifyYaml(block)}`;
    })
    .join('');
}
