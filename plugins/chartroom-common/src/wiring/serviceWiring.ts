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

import { matrixIndex } from '../matrix/matrixIndex';
import type {
  Environment,
  Matrix,
  Service,
  ServicePort,
} from '../matrix/types';
import { dependencyFacts, type DependencyFacts } from './dependencyFacts';
import type { EngineProfile } from './EngineProfile';

/**
 * One port in values: its number, or number and pod port where they differ.
 *
 * @public
 */
export type WiredPort =
  | number
  | {
      readonly port: number;
      readonly targetPort?: number;
      readonly protocol?: 'UDP';
    };

/**
 * Where one dependency is, as it stands in values below `wiring.dependencies`.
 *
 * @public
 */
export interface DependencyWiring {
  readonly host: string;
  readonly ports: Readonly<Record<string, WiredPort>>;
  /** Which of several ports `{port}` means: a map has no order. */
  readonly port?: string;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly wait?: true;
  readonly external?: true;
  readonly cidrs?: readonly string[];
  readonly database?: string;
  readonly username?: string;
  readonly vhost?: string;
  readonly secret?: {
    readonly name: string;
    readonly keys: Readonly<Record<string, string>>;
  };
}

/**
 * What the platform tells one service: who calls it, and where its dependencies are.
 *
 * @public
 */
export interface ServiceWiring {
  readonly callers: Readonly<Record<string, true>>;
  readonly dependencies: Readonly<Record<string, DependencyWiring>>;
}

/**
 * Derives the `wiring` block of a service in the umbrella's values.
 *
 * @public
 */
export function serviceWiring(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): ServiceWiring {
  const { matrix, service } = options;
  const callers = matrixIndex({ matrix }).callers.get(service.name) ?? [];
  return {
    callers: Object.fromEntries(callers.map(name => [name, true as const])),
    dependencies: dependencyWirings(options),
  };
}

/**
 * Derives where a service's dependencies are, without its callers: what an
 * installation of the service alone needs.
 *
 * @public
 */
export function dependencyWirings(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  environment?: Environment;
}): Readonly<Record<string, DependencyWiring>> {
  const { matrix, service, profiles, environment } = options;
  const { services } = matrixIndex({ matrix });
  const entries = service.dependencies.flatMap(dependency => {
    const target = services.get(dependency.name);
    if (!target) {
      return [];
    }
    const override =
      environment && Object.hasOwn(environment.services, target.name)
        ? environment.services[target.name]
        : undefined;
    const facts = dependencyFacts({
      caller: service.name,
      dependency,
      target,
      profiles,
      override,
    });
    return [[dependency.name, dependencyWiring(facts)] as const];
  });
  return Object.fromEntries(entries);
}

function dependencyWiring(facts: DependencyFacts): DependencyWiring {
  const { database, username, vhost, secret, cidrs } = facts;
  return {
    host: facts.host,
    ports: Object.fromEntries(
      facts.ports.map(port => [port.name, wiredPort(port)]),
    ),
    ...(facts.ports.length > 1 && { port: facts.ports[0].name }),
    podLabels: facts.podLabels,
    ...(facts.wait && { wait: true }),
    ...(facts.external && { external: true }),
    ...(cidrs && { cidrs }),
    ...(database && { database }),
    ...(username && { username }),
    ...(vhost && { vhost }),
    ...(secret && { secret: { name: secret.name, keys: { ...secret.keys } } }),
  };
}

/**
 * A port as values write it.
 *
 * @internal
 */
export function wiredPort(port: ServicePort): WiredPort {
  if (port.port === port.targetPort && port.protocol === 'TCP') {
    return port.port;
  }
  return {
    port: port.port,
    ...(port.targetPort !== port.port && { targetPort: port.targetPort }),
    ...(port.protocol === 'UDP' && { protocol: 'UDP' }),
  };
}
