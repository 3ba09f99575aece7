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

import { credentialInText } from '../agreement/evidence/credentialInText';
import type { HandMadeChart } from './HandMadeUmbrella';
import { hostsIn } from './hostsIn';
import { isMap } from '../values/isMap';
import type { PlainCredential } from './PlainCredential';
import type { UnknownHost } from './UnknownHost';
import { withSecret } from './withSecret';

/**
 * A dependency that a chart's values show, as the matrix writes it.
 *
 * @internal
 */
export interface FoundDependency {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Finds in the environment of a service which others it names, and how.
 *
 * @internal
 */
export function findDependencies(options: {
  chart: HandMadeChart;
  /** Port of every service, by its name. */
  ports: ReadonlyMap<string, number | undefined>;
}): {
  dependencies: FoundDependency[];
  unknownHosts: UnknownHost[];
  credentials: PlainCredential[];
} {
  const { chart, ports } = options;
  const credentials: PlainCredential[] = [];
  const found = new Map<string, Record<string, string>>();
  const unknownHosts: UnknownHost[] = [];
  for (const [variable, value] of environmentOf(chart.values)) {
    const target = hostIn({ value, names: [...ports.keys()] });
    if (target && target.name !== chart.name) {
      const { name } = target;
      const env = found.get(name) ?? {};
      const written = template({ value, target, port: ports.get(name) });
      if (credentialInText(value) === undefined) {
        env[variable] = written;
      } else {
        credentials.push({
          variable,
          name,
          template: withSecret({ text: written }),
        });
      }
      found.set(name, env);
    } else if (!target) {
      const names = [...ports.keys()].filter(name => name !== chart.name);
      unknownHosts.push(...unknownHost({ variable, value, names, ports }));
    }
  }
  for (const [name, env] of boundBy(chart.values)) {
    found.set(name, { ...found.get(name), ...env });
  }
  return {
    dependencies: [...found].map(([name, env]) => ({ name, env })),
    unknownHosts,
    credentials,
  };
}

/** A variable that is called a host, or an address inside the cluster that bears the name of a service. */
function unknownHost(options: {
  variable: string;
  value: string;
  names: readonly string[];
  ports: ReadonlyMap<string, number | undefined>;
}): UnknownHost[] {
  const { variable, value, names, ports } = options;
  if (/(^|_)(HOST|HOSTNAME)$/.test(variable)) {
    const host = value.split(/[.:]/)[0];
    const nearest = longest(names.filter(name => host.includes(name)));
    const asked = withSecret({ text: value });
    return [{ variable, host: asked, template: '{host}', nearest }];
  }
  for (const { host, domain, start } of hostsIn({ value })) {
    const nearest = longest(
      names.filter(name => `-${host}-`.includes(`-${name}-`)),
    );
    if (nearest !== undefined && /(\/\/|@)$/.test(value.slice(0, start))) {
      const end = start + host.length + domain.length;
      const target = { name: nearest, start, end };
      const written = template({ value, target, port: ports.get(nearest) });
      return [
        { variable, host, template: withSecret({ text: written }), nearest },
      ];
    }
  }
  return [];
}

function longest(names: readonly string[]): string | undefined {
  return [...names].sort((a, b) => b.length - a.length)[0];
}

/** Environment as charts write it: a map of names, or Kubernetes' list. */
function environmentOf(
  values: Readonly<Record<string, unknown>>,
): Array<readonly [string, string]> {
  const maps = [values.env, values.environment, values.config, values.envVars];
  return maps.flatMap(written => {
    if (Array.isArray(written)) {
      return written.flatMap(item =>
        isMap(item) && typeof item.name === 'string' && isPlain(item.value)
          ? [[item.name, String(item.value)] as const]
          : [],
      );
    }
    return isMap(written)
      ? Object.entries(written).flatMap(([name, value]) =>
          isPlain(value) ? [[name, String(value)] as const] : [],
        )
      : [];
  });
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

interface Host {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** The service whose host stands in a text. */
function hostIn(options: {
  value: string;
  names: readonly string[];
}): Host | undefined {
  const { value, names } = options;
  const found = hostsIn({ value }).find(({ host }) => names.includes(host));
  return (
    found && {
      name: found.host,
      start: found.start,
      end: found.start + found.host.length + found.domain.length,
    }
  );
}

function template(options: {
  value: string;
  target: Host;
  port: number | undefined;
}): string {
  const { value, target, port } = options;
  const literal = (text: string) =>
    text.replaceAll('{', '{{').replaceAll('}', '}}');
  const before = literal(value.slice(0, target.start));
  const after = value.slice(target.end);
  const written = port === undefined ? undefined : `:${port}`;
  const hasPort =
    written !== undefined &&
    after.startsWith(written) &&
    !/^\d/.test(after.slice(written.length));
  return hasPort
    ? `${before}{host}:{port}${literal(after.slice(written.length))}`
    : `${before}{host}${literal(after)}`;
}

/** The bindings of a chart that stands on the common chart. */
function boundBy(
  values: Readonly<Record<string, unknown>>,
): Array<readonly [string, Record<string, string>]> {
  return isMap(values.bindings)
    ? Object.entries(values.bindings).flatMap(([name, env]) =>
        isMap(env)
          ? [
              [
                name,
                Object.fromEntries(
                  Object.entries(env).filter(
                    (entry): entry is [string, string] =>
                      typeof entry[1] === 'string',
                  ),
                ),
              ] as const,
            ]
          : [],
      )
    : [];
}
