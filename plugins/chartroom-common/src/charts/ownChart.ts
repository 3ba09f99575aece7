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

import type { FileTree } from '../files';
import type { Matrix, Service } from '../matrix';
import { findEngineProfile, type EngineProfile } from '../wiring';
import { fillName } from '../wiring/fillName';
import { wiredPort } from '../wiring/serviceWiring';
import { stringifyYaml } from '../yaml';
import { chartSchema } from './chartSchema';
import { commonChartDependency } from './commonChartDependency';

/**
 * Makes the chart of a backing service whose source is `own`: the engine's image
 * on the common chart.
 *
 * @remarks
 * Paths are relative to the chart's folder. Undefined where nothing says which
 * image it runs: there is no recipe for its engine, and the matrix names no image
 * with a tag.
 *
 * @public
 */
export function ownChart(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): FileTree | undefined {
  const { matrix, service, profiles } = options;
  const { name, image } = service;
  const recipe = findEngineProfile({
    profiles,
    engine: service.engine ?? name,
    source: 'own',
  })?.ownChart;
  const repository = image?.repository ?? recipe?.image;
  const appVersion = image?.tag ?? recipe?.appVersion;
  if (!repository || !appVersion) {
    return undefined;
  }
  const chart = {
    apiVersion: 'v2',
    name,
    description: service.description || `${name} of ${matrix.system}`,
    type: 'application',
    version: '1.0.0',
    appVersion,
    dependencies: [commonChartDependency({ matrix, service })],
  };
  const values = {
    type: service.type,
    image: { repository },
    ports: Object.fromEntries(
      service.ports.map(port => [port.name, wiredPort(port)]),
    ),
    ...fillName({ value: recipe?.values ?? {}, name }),
    labels: { 'app.kubernetes.io/component': service.tier },
  };
  return new Map([
    ['Chart.yaml', stringifyYaml(chart)],
    [
      'templates/service.yaml',
      '{{ include "platform-common.v1.service" . }}\n',
    ],
    ['values.schema.json', chartSchema({ service })],
    ['values.yaml', withReason(values)],
  ]);
}

/** The user's number comes from the image, and whoever changes the image must know it. */
function withReason(values: Readonly<Record<string, unknown>>): string {
  const entries = Object.entries(values);
  const at = entries.findIndex(([key]) => key === 'securityContext');
  if (at < 0) {
    return stringifyYaml(values);
  }
  return [
    stringifyYaml(Object.fromEntries(entries.slice(0, at))),
    '# The user that the image gives its program.\n',
    stringifyYaml(Object.fromEntries(entries.slice(at))),
  ].join('');
}
