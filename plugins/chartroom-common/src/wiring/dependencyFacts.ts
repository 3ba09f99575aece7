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

import type {
  Dependency,
  Environment,
  Service,
  ServicePort,
} from '../matrix/types';
import { factsInTemplate, type Placeholder } from './bindingTemplate';
import { findEngineProfile } from './findEngineProfile';
import type { EngineProfile } from './EngineProfile';

/**
 * All that is known about one dependency of one service.
 *
 * @internal
 */
export interface DependencyFacts {
  readonly host: string;
  /** The ports that the edge opens; the first is `{port}`. */
  readonly ports: readonly ServicePort[];
  readonly podLabels: Readonly<Record<string, string>>;
  readonly wait: boolean;
  readonly external: boolean;
  /** Address ranges that an external dependency lives in. */
  readonly cidrs?: readonly string[];
  readonly database?: string;
  readonly username?: string;
  readonly vhost?: string;
  readonly secret?: {
    readonly name: string;
    readonly keys: Readonly<
      Partial<Record<'username' | 'password' | 'uri', string>>
    >;
  };
  /** A template for `{uri}` where the Secret has no such key. */
  readonly uri?: string;
}

/**
 * Gathers what is known about a dependency from the matrix, the profile of its
 * engine, and what an environment says otherwise.
 *
 * @internal
 */
export function dependencyFacts(options: {
  caller: string;
  dependency: Dependency;
  target: Service;
  profiles: readonly EngineProfile[];
  override?: Environment['services'][string];
}): DependencyFacts {
  const { caller, dependency, target, profiles, override } = options;
  const ports = edgePorts({ dependency, target, port: override?.port });
  if (target.kind === 'service') {
    return {
      host: override?.host ?? target.name,
      ports,
      podLabels: { 'app.kubernetes.io/name': target.name },
      wait: dependency.wait ?? false,
      external: false,
      uri: webAddress(ports),
    };
  }
  const source = override?.source ?? target.source ?? 'own';
  const profile = findEngineProfile({
    profiles,
    engine: target.engine ?? target.name,
    source,
  });
  const named = (text: string) =>
    text.replaceAll('{name}', target.name).replaceAll('{service}', caller);
  const identifier = (text: string | undefined) =>
    text?.replaceAll('{service}', caller.replaceAll('-', '_'));
  const secretName = override?.secret ?? dependency.secret;
  const secret = profile?.secret
    ? {
        name: secretName ?? named(profile.secret.name),
        keys: profile.secret.keys,
      }
    : secretName && { name: secretName, keys: { password: 'password' } };
  return {
    host: override?.host ?? named(profile?.host ?? '{name}'),
    ports,
    podLabels: Object.fromEntries(
      Object.entries(
        profile?.podLabels ?? { 'app.kubernetes.io/name': '{name}' },
      ).map(([key, value]) => [key, named(value)]),
    ),
    wait: dependency.wait ?? true,
    external: profile?.external ?? source === 'external',
    cidrs: override?.cidrs,
    database: dependency.database ?? identifier(profile?.database),
    username: dependency.user ?? identifier(profile?.username),
    vhost: profile?.vhost,
    secret: secret || undefined,
    uri: profile?.uri,
  };
}

/**
 * The facts that a binding of this dependency may name.
 *
 * @internal
 */
export function availableFacts(facts: DependencyFacts): Set<Placeholder> {
  const available = new Set<Placeholder>(['host']);
  const has: Array<[Placeholder, boolean]> = [
    ['port', facts.ports.length > 0],
    ['username', Boolean(facts.username ?? facts.secret?.keys.username)],
    ['password', Boolean(facts.secret?.keys.password)],
    ['database', Boolean(facts.database)],
    ['vhost', Boolean(facts.vhost)],
  ];
  has.forEach(([fact, there]) => there && available.add(fact));
  const composed =
    facts.uri !== undefined &&
    factsInTemplate({ template: facts.uri }).every(fact => available.has(fact));
  if (facts.secret?.keys.uri || composed) {
    available.add('uri');
  }
  return available;
}

function edgePorts(options: {
  dependency: Dependency;
  target: Service;
  port: number | undefined;
}): readonly ServicePort[] {
  const { dependency, target, port } = options;
  const ports = dependency.ports
    ? dependency.ports.flatMap(
        name => target.ports.find(candidate => candidate.name === name) ?? [],
      )
    : target.ports.slice(0, 1);
  return port === undefined || ports.length === 0
    ? ports
    : [{ ...ports[0], port, targetPort: port }, ...ports.slice(1)];
}

function webAddress(ports: readonly ServicePort[]): string | undefined {
  const scheme = /^https?/.exec(ports[0]?.name ?? '')?.[0];
  return scheme && `${scheme}://{host}:{port}`;
}
