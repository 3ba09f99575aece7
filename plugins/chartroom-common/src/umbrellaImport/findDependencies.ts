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

import type { HandMadeChart } from './HandMadeUmbrella';
import { isMap } from '../values/isMap';

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
 * A text that looks like the host of a service, and is none.
 *
 * @internal
 */
export interface UnknownHost {
  readonly variable: string;
  readonly host: string;
  /** The service that was probably meant. */
  readonly nearest?: string;
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
}): { dependencies: FoundDependency[]; unknownHosts: UnknownHost[] } {
  const { chart, ports } = options;
  const found = new Map<string, Record<string, string>>();
  const unknownHosts: UnknownHost[] = [];
  for (const [variable, value] of environmentOf(chart.values)) {
    const target = hostIn({ value, names: [...ports.keys()] });
    if (target && target.name !== chart.name) {
      const env = found.get(target.name) ?? {};
      env[variable] = template({ value, target, port: ports.get(target.name) });
      found.set(target.name, env);
    } else if (!target && /(^|_)(HOST|HOSTNAME)$/.test(variable)) {
      const host = value.split(/[.:]/)[0];
      const nearest = [...ports.keys()].find(
        name => name !== chart.name && host.includes(name),
      );
      unknownHosts.push({ variable, host: value, nearest });
    }
  }
  for (const [name, env] of boundBy(chart.values)) {
    found.set(name, { ...found.get(name), ...env });
  }
  return {
    dependencies: [...found].map(([name, env]) => ({ name, env })),
    unknownHosts,
  };
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

/**
 * The service whose host stands in a text: a whole word at the place of a host,
 * which is the text itself, or what follows `//`, `@` or `=`.
 */
function hostIn(options: {
  value: string;
  names: readonly string[];
}): Host | undefined {
  const { value, names } = options;
  const places = value.matchAll(
    /(^|\/\/|@|=)([a-z][-a-z0-9]*)((?:\.[-a-z0-9]+)*)(?=$|:(?!\/\/)|[/;,?])/g,
  );
  for (const place of places) {
    const [, before, name, domain] = place;
    if (names.includes(name) && isInCluster(domain)) {
      const start = place.index + before.length;
      return { name, start, end: start + name.length + domain.length };
    }
  }
  return undefined;
}

/** Nothing, a namespace, or a namespace and the cluster's own domain. */
function isInCluster(domain: string): boolean {
  return /^(\.[-a-z0-9]+(\.svc(\.cluster\.local)?)?)?$/.test(domain);
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
