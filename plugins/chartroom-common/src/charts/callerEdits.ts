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

import { matrixIndex, type Matrix, type Service } from '../matrix';
import { serviceWiring } from '../wiring';
import { dependencyFacts } from '../wiring/dependencyFacts';
import { wiredPort } from '../wiring/serviceWiring';
import type { YamlEdit } from '../yaml';
import type { NewService } from './NewService';

/**
 * Edits of the umbrella's values.yaml that name a new service among the callers
 * of what it depends on.
 *
 * @internal
 */
export function callerEdits(options: NewService): YamlEdit[] {
  return [...ownCallerEdits(options), ...foreignCallerEdits(options)];
}

/** The new service's name among the callers of those dependencies that stand on the common chart. */
function ownCallerEdits(options: NewService): YamlEdit[] {
  const { matrix } = options;
  return targetsOf(options)
    .filter(isOnCommonChart)
    .flatMap(({ name }) =>
      callersAt({
        ...options,
        callers: matrixIndex({ matrix }).callers.get(name) ?? [],
        path: [name, 'wiring', 'callers'],
      }),
    );
}

/** The same for charts that are not ours, which the umbrella's own key describes. */
function foreignCallerEdits(options: NewService): YamlEdit[] {
  const { umbrella } = options;
  const key = 'backingServices';
  const targets = targetsOf(options).filter(it => !isOnCommonChart(it));
  const blocks = targets.map(
    target => [target.name, foreignBlock({ ...options, target })] as const,
  );
  if (targets.length > 0 && valueAt(umbrella.values, [key]) === undefined) {
    const value = Object.fromEntries(blocks);
    return [{ op: 'ensureMapEntry', path: [], key, value }];
  }
  return blocks.flatMap(([name, block]): YamlEdit[] =>
    valueAt(umbrella.values, [key, name]) === undefined
      ? [{ op: 'ensureMapEntry', path: [key], key: name, value: block }]
      : callersAt({
          ...options,
          callers: Object.keys(block.callers),
          path: [key, name, 'callers'],
        }),
  );
}

/**
 * Adds the new service to a map of callers, or writes the map with all of them
 * where there is none: a map of one would shut the others out.
 */
function callersAt(
  options: NewService & { callers: readonly string[]; path: readonly string[] },
): YamlEdit[] {
  const { umbrella, service, callers, path } = options;
  const { values } = umbrella;
  const written = valueAt(values, path);
  if (written !== undefined) {
    const isThere = (name: string) =>
      isRecord(written) && Object.hasOwn(written, name);
    const wanted = isRecord(written) ? [service.name] : callers;
    return wanted.map(name => ({
      op: 'ensureMapEntry',
      path,
      key: name,
      value: true,
      after: callers.slice(0, callers.indexOf(name)).filter(isThere).at(-1),
    }));
  }
  const depth = path.findIndex(
    (_, index) => valueAt(values, path.slice(0, index + 1)) === undefined,
  );
  const all = Object.fromEntries(callers.map(name => [name, true]));
  const value = path
    .slice(depth + 1)
    .reduceRight<object>((inner, key) => ({ [key]: inner }), all);
  return [
    {
      op: 'ensureMapEntry',
      path: path.slice(0, depth),
      key: path[depth],
      value,
    },
  ];
}

function targetsOf(options: { matrix: Matrix; service: Service }): Service[] {
  const { services } = matrixIndex(options);
  return options.service.dependencies.flatMap(
    ({ name }) => services.get(name) ?? [],
  );
}

function isOnCommonChart(service: Service): boolean {
  return service.kind === 'service' || service.source === 'own';
}

/** What the umbrella's policies must know about a chart that is not ours. */
function foreignBlock(options: NewService & { target: Service }) {
  const { matrix, service, target, profiles } = options;
  const { podLabels } = dependencyFacts({
    caller: service.name,
    dependency: { name: target.name, line: target.line },
    target,
    profiles,
  });
  return {
    callers: serviceWiring({ matrix, service: target, profiles }).callers,
    ports: Object.fromEntries(
      target.ports.map(port => [port.name, wiredPort(port)]),
    ),
    podLabels,
    peerPorts: [],
  };
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined,
    root,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
