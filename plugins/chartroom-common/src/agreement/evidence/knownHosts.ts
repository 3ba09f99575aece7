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

import type { Service } from '../../matrix';
import { dependencyFacts } from '../../wiring/dependencyFacts';
import type { AgreementContext } from '../AgreementContext';
import { isMap } from '../../values/isMap';
import { isOnCommonChart } from '../isOnCommonChart';
import { renderedObjects } from './renderedObjects';
import { valueLayers } from './valueLayers';

/**
 * Under which names something can be reached in the namespaces of a system.
 *
 * @internal
 */
export interface KnownHosts {
  has(name: string): boolean;
  readonly namespaces: ReadonlySet<string>;
}

/**
 * The hosts of a system: its services, how profiles call them, names that values
 * give, charts of the umbrella that the matrix does not know, and what was
 * rendered.
 *
 * @remarks
 * A chart of somebody else makes further names that begin with its own, such as
 * `redis-master`; which of them, only the chart knows.
 *
 * @internal
 */
export function knownHosts(options: { context: AgreementContext }): KnownHosts {
  const { context } = options;
  const { matrix, umbrella, evidence } = context;
  const names = new Set([
    ...matrix.services.flatMap(service => [
      service.name,
      `${service.name}-headless`,
      ...hostsOf({ context, service }),
    ]),
    ...(umbrella?.dependencies ?? []).map(({ name, alias }) => alias ?? name),
    ...valueLayers({ context }).flatMap(({ values }) => givenNames(values)),
    ...[...(evidence?.manifests?.keys() ?? [])].flatMap(environment => [
      ...renderedObjects({ context, environment }).services,
    ]),
  ]);
  const foreign = new Set([
    ...matrix.services.flatMap(service =>
      isOnCommonChart(service) ? [] : [service.name],
    ),
    ...(umbrella?.dependencies ?? []).flatMap(({ name, alias = name }) =>
      matrix.services.some(service => service.name === alias) ? [] : [alias],
    ),
  ]);
  return {
    has: host =>
      names.has(host) ||
      [...host.matchAll(/-/g)].some(({ index }) =>
        foreign.has(host.slice(0, index)),
      ),
    namespaces: new Set([
      matrix.system,
      ...matrix.environments.map(({ namespace }) => namespace),
    ]),
  };
}

function hostsOf(options: {
  context: AgreementContext;
  service: Service;
}): string[] {
  const { context, service } = options;
  const { matrix, platform } = context;
  if (service.kind === 'service') {
    return [];
  }
  const overrides = matrix.environments.flatMap(({ services }) =>
    Object.hasOwn(services, service.name) ? [services[service.name]] : [],
  );
  return [undefined, ...overrides].map(
    override =>
      dependencyFacts({
        caller: service.name,
        dependency: { name: service.name, line: service.line },
        target: service,
        profiles: platform.profiles,
        override,
      }).host,
  );
}

/** Names that values give a chart's objects. */
function givenNames(values: Readonly<Record<string, unknown>>): string[] {
  return Object.values(values).flatMap(below =>
    isMap(below)
      ? [below.fullnameOverride, below.nameOverride].filter(
          (name): name is string => typeof name === 'string',
        )
      : [],
  );
}
