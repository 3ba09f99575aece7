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

import { InputError } from '@backstage/errors';
import { quoted } from '../../check/quoted';
import {
  matrixIndex,
  type Environment,
  type Matrix,
  type Service,
} from '../../matrix';
import { tiers } from '../gitops/tiers';
import { mermaidId } from './mermaidId';
import { mermaidLabel } from './mermaidLabel';

/**
 * A system as a Mermaid flowchart: its services by tier, and an edge for each
 * dependency. What lies outside the cluster is dashed.
 *
 * @remarks
 * The same matrix gives the same text, in the matrix's order. Throws InputError
 * where there is no such environment.
 *
 * @public
 */
export function platformDiagram(options: {
  matrix: Matrix;
  /** Name of an environment, for what is external there alone. */
  environment?: string;
}): string {
  const { matrix } = options;
  const { services } = matrixIndex({ matrix });
  const environment = environmentOf(options);
  const outside = new Set(
    matrix.services
      .filter(service => isExternal({ service, environment }))
      .map(nodeOf),
  );
  const groups = [...tiers({ matrix })].flatMap(([tier, members]) => [
    `  subgraph ${mermaidId({ prefix: 'tier', text: tier })}[${mermaidLabel({
      text: tier,
    })}]`,
    ...members.map(service => `    ${nodeOf(service)}${shapeOf(service)}`),
    '  end',
  ]);
  const visitors = matrix.services
    .filter(({ exposed }) => exposed)
    .map(service => `  visitors(("visitors")) --> ${nodeOf(service)}`);
  const calls = matrix.services.flatMap(service => {
    const targets = new Set(service.dependencies.map(({ name }) => name));
    return [...targets].flatMap(name => {
      const target = services.get(name);
      return target
        ? [arrow({ from: nodeOf(service), to: nodeOf(target), outside })]
        : [];
    });
  });
  const hosts = new Map<string, string>();
  const egress = matrix.services.flatMap(service =>
    service.egress.map(({ host, port }) => {
      const text = `${host}:${port}`;
      const to = hosts.get(text) ?? `egress_${hosts.size + 1}`;
      hosts.set(text, to);
      return `  ${nodeOf(service)} -.-> ${to}`;
    }),
  );
  const places = [...hosts].map(
    ([text, id]) => `  ${id}[${mermaidLabel({ text })}]`,
  );
  const dashed = [...outside, ...hosts.values()];
  return [
    'flowchart LR',
    ...groups,
    ...places,
    ...visitors,
    ...calls,
    ...egress,
    ...(dashed.length > 0
      ? [
          '  classDef outside stroke-dasharray: 5 5',
          `  class ${dashed.join(',')} outside`,
        ]
      : []),
    '',
  ].join('\n');
}

function environmentOf(options: {
  matrix: Matrix;
  environment?: string;
}): Environment | undefined {
  const { matrix, environment } = options;
  const found = matrix.environments.find(({ name }) => name === environment);
  if (environment !== undefined && !found) {
    const names = matrix.environments.map(({ name }) => name).join(', ');
    throw new InputError(
      `${matrix.system} has no environment ${quoted(environment)}; ${
        names ? `it has ${names}` : 'its matrix lists none'
      }.`,
    );
  }
  return found;
}

function isExternal(options: {
  service: Service;
  environment: Environment | undefined;
}): boolean {
  const { service, environment } = options;
  const override =
    environment && Object.hasOwn(environment.services, service.name)
      ? environment.services[service.name].source
      : undefined;
  return (override ?? service.source) === 'external';
}

function nodeOf(service: Service): string {
  return mermaidId({ prefix: 's', text: service.name });
}

function shapeOf(service: Service): string {
  const label = mermaidLabel({ text: service.name });
  return service.kind === 'service' ? `[${label}]` : `[(${label})]`;
}

function arrow(options: {
  from: string;
  to: string;
  outside: ReadonlySet<string>;
}): string {
  const { from, to, outside } = options;
  return `  ${from} ${outside.has(to) ? '-.->' : '-->'} ${to}`;
}
