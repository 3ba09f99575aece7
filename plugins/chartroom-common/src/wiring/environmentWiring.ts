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

import type { Environment, Matrix, Service } from '../matrix/types';
import type { EngineProfile } from './EngineProfile';
import { dependencyWirings } from './serviceWiring';
import { isMap } from '../values/isMap';

/**
 * What an environment's values file says below `wiring` of one service: only what
 * differs from the umbrella's own values.
 *
 * @public
 */
export interface EnvironmentWiring {
  /** By dependency, what to write over the umbrella's. */
  readonly dependencies?: Readonly<Record<string, unknown>>;
  /** Host names under which the service is reached from outside. */
  readonly hosts?: readonly string[];
}

/**
 * Derives what an environment's values file says below `wiring` of one service.
 * Undefined when nothing differs there.
 *
 * @public
 */
export function environmentWiring(options: {
  matrix: Matrix;
  service: Service;
  environment: Environment;
  profiles: readonly EngineProfile[];
}): EnvironmentWiring | undefined {
  const dependencies = environmentDependencies(options);
  const hosts = environmentHosts(options);
  return dependencies || hosts
    ? { ...(dependencies && { dependencies }), ...(hosts && { hosts }) }
    : undefined;
}

function environmentDependencies(options: {
  matrix: Matrix;
  service: Service;
  environment: Environment;
  profiles: readonly EngineProfile[];
}): EnvironmentWiring['dependencies'] {
  const { environment, service } = options;
  const everywhere = dependencyWirings({ ...options, environment: undefined });
  const overridden = service.dependencies.some(dependency =>
    Object.hasOwn(environment.services, dependency.name),
  );
  return overridden
    ? (difference(everywhere, dependencyWirings(options)) as
        | Record<string, unknown>
        | undefined)
    : undefined;
}

/** Only the common chart reads hosts: a chart of somebody else would not. */
function environmentHosts(options: {
  service: Service;
  environment: Environment;
}): EnvironmentWiring['hosts'] {
  const { service, environment } = options;
  const override = Object.hasOwn(environment.services, service.name)
    ? environment.services[service.name].source
    : undefined;
  const source = override ?? service.source ?? 'own';
  return service.exposed && environment.domain && source === 'own'
    ? [`${service.name}.${environment.domain}`]
    : undefined;
}

/**
 * What must be written over `base` to have `wanted`. A key that only `base` has
 * stays: Helm merges maps, and the facts of an environment add or replace.
 */
function difference(base: unknown, wanted: unknown): unknown {
  if (!isMap(base) || !isMap(wanted)) {
    return JSON.stringify(base) === JSON.stringify(wanted) ? undefined : wanted;
  }
  const entries = Object.entries(wanted)
    .map(([key, value]) => [key, difference(base[key], value)] as const)
    .filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}
