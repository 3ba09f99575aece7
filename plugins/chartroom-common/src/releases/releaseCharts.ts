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

import type { ChartDependency } from '../charts';
import { parseVersion } from '../versions/parseVersion';
import { lockedDependencies } from './lockedDependencies';
import { releaseObjects } from './releaseObjects';
import type { ReleaseObject } from './releaseObjects';
import type { ReleaseRecord } from './ReleaseRecord';
import type { Subchart } from './types';
import { versionInLabel } from './versionInLabel';

/**
 * The charts inside the chart of a release, with their versions as surely as the release tells them.
 *
 * @remarks
 * Helm stores the outer chart alone. In the order of evidence: objects whose `# Source:` path lies in the chart, with
 * their label `helm.sh/chart`; that label alone, where a post-renderer dropped the comments; the packaged Chart.lock;
 * the range in the packaged Chart.yaml. A chart inside such a chart is named by the path of its values, `cart.redis`.
 *
 * @public
 */
export function releaseCharts(options: { record: ReleaseRecord }): Subchart[] {
  const { record } = options;
  const { dependencies, lock } = record.chart;
  const locked = lock?.dependencies ?? [];
  const expected = [...new Set(locked.flatMap(({ version }) => version ?? []))];
  const lockedNames = [...new Set(locked.map(({ name }) => name))];
  const objects = releaseObjects({ record });
  const objectsOf = objectsByChart({
    objects,
    names: [record.chart.name, ...dependencies.map(keyOf)],
    expected,
  });
  const versions = new Map(
    dependencies.map(dependency => {
      const key = keyOf(dependency);
      const names =
        dependency.alias === undefined ? [key] : [key, ...lockedNames];
      return [key, versionTold({ objects: objectsOf(key), names, expected })];
    }),
  );
  const told = (dependency: ChartDependency) => versions.get(keyOf(dependency));
  const matched = lockedDependencies({ dependencies, locked, told });
  const enabled = dependencies.map((dependency, index): Subchart => {
    const key = keyOf(dependency);
    const candidates = matched.candidates[index];
    const own = objectsOf(key);
    const chart = only(candidates.map(({ name }) => name));
    return {
      name: key,
      chart: chart ?? key,
      ...versionOf({ dependency, candidates, own, version: told(dependency) }),
      appVersion: own.find(({ appVersion }) => appVersion)?.appVersion,
      rendered:
        own.length > 0 ||
        objects.some(({ chart: [first] = [] }) => first === key)
          ? 'objects'
          : 'nothing',
    };
  });
  const names = new Set(enabled.map(({ name }) => name));
  const disabled = matched.others
    .filter(({ name }) => !names.has(name))
    .map(
      ({ name, version }): Subchart => ({
        name,
        chart: name,
        ...(version !== undefined && { version, certainty: 'lock' }),
        rendered: 'disabled',
      }),
    );
  return [...enabled, ...disabled, ...undeclared(objects, names)];
}

/** Charts that no dependency names: those that are inside another one, or lie in `charts/` undeclared. */
function undeclared(
  objects: readonly ReleaseObject[],
  declared: ReadonlySet<string>,
): Subchart[] {
  const others = new Map<string, ReleaseObject[]>();
  for (const object of objects) {
    const name = object.chart?.join('.') ?? '';
    if (name !== '' && !declared.has(name)) {
      const known = others.get(name) ?? [];
      known.push(object);
      others.set(name, known);
    }
  }
  return [...others].map(([name, own]): Subchart => {
    const chart = own[0].chart?.at(-1) ?? name;
    const version = versionTold({ objects: own, names: [chart], expected: [] });
    return {
      name,
      chart,
      ...(version !== undefined && { version, certainty: 'source' }),
      appVersion: own.find(({ appVersion }) => appVersion)?.appVersion,
      rendered: 'objects',
    };
  });
}

function versionOf(options: {
  dependency: ChartDependency;
  candidates: readonly ChartDependency[];
  own: readonly ReleaseObject[];
  version: string | undefined;
}): Pick<Subchart, 'version' | 'certainty'> {
  const { dependency, candidates, own, version } = options;
  if (version !== undefined) {
    return { version, certainty: own[0].chart ? 'source' : 'label' };
  }
  const locked = only(candidates.map(candidate => candidate.version));
  if (locked !== undefined) {
    // Helm locks a range as it stands where it could not ask the repository
    const isExact = parseVersion(locked) !== undefined;
    return { version: locked, certainty: isExact ? 'lock' : 'range' };
  }
  const range = dependency.version;
  return range === undefined ? {} : { version: range, certainty: 'range' };
}

/** The objects of a chart by their path, or, where none has a path, by their label. */
function objectsByChart(options: {
  objects: readonly ReleaseObject[];
  names: readonly string[];
  expected: readonly string[];
}): (key: string) => readonly ReleaseObject[] {
  const { objects, names, expected } = options;
  // Of `redis` and `redis-cluster`, the longer one that a label begins with
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const nameIn = ({ label }: ReleaseObject) =>
    label === undefined
      ? undefined
      : longestFirst.find(
          name =>
            versionInLabel({ label, names: [name], expected }) !== undefined,
        );
  const found = new Map<string, ReleaseObject[]>();
  for (const object of objects) {
    const key = object.chart?.join('.') ?? nameIn(object);
    if (key !== undefined) {
      const known = found.get(key) ?? [];
      known.push(object);
      found.set(key, known);
    }
  }
  return key => found.get(key) ?? [];
}

function versionTold(options: {
  objects: readonly ReleaseObject[];
  names: readonly string[];
  expected: readonly string[];
}): string | undefined {
  const { objects, names, expected } = options;
  for (const { label } of objects) {
    const version =
      label === undefined
        ? undefined
        : versionInLabel({ label, names, expected });
    if (version !== undefined) {
      return version;
    }
  }
  return undefined;
}

function keyOf({ alias, name }: ChartDependency): string {
  return alias ?? name;
}

/** What all of them are. */
function only<T>(values: readonly T[]): T | undefined {
  return new Set(values).size === 1 ? values[0] : undefined;
}
