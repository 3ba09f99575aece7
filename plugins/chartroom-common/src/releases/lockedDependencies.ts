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
import { satisfiesRange } from '../versions';

/**
 * The entries of a packaged Chart.lock that each enabled dependency may be, and those that are none of them.
 *
 * @internal
 */
export interface LockedDependencies {
  /** In the order of the dependencies; empty where nothing in the lock fits. */
  readonly candidates: ReadonlyArray<readonly ChartDependency[]>;
  /** Of dependencies that are switched off. */
  readonly others: readonly ChartDependency[];
}

type Fits = (dependency: ChartDependency, entry: ChartDependency) => boolean;

/**
 * Matches the dependencies that a release's chart still has with its lock.
 *
 * @remarks
 * A lock lists all dependencies by their own names in the order of Chart.yaml; Helm has removed the disabled ones from
 * the release and written aliases over names. So an aliased one is found by repository, range and place in the order,
 * and by the version that a label tells.
 *
 * @internal
 */
export function lockedDependencies(options: {
  dependencies: readonly ChartDependency[];
  locked: readonly ChartDependency[];
  /** The version that objects tell, where they do. */
  told: (dependency: ChartDependency) => string | undefined;
}): LockedDependencies {
  const { dependencies, locked, told } = options;
  const fitsTold: Fits = (dependency, entry) => {
    const version = told(dependency);
    return (
      fits(dependency, entry) &&
      (version === undefined || version === entry.version)
    );
  };
  return (
    inOrder(dependencies, locked, fitsTold) ??
    inOrder(dependencies, locked, fits) ?? {
      candidates: dependencies.map(dependency =>
        locked.filter(
          entry =>
            dependency.alias === undefined && entry.name === dependency.name,
        ),
      ),
      others: locked.filter(
        entry => !dependencies.some(({ name }) => name === entry.name),
      ),
    }
  );
}

/** Every way to place all dependencies in the lock without changing their order; undefined where there is none. */
function inOrder(
  dependencies: readonly ChartDependency[],
  locked: readonly ChartDependency[],
  fit: Fits,
): LockedDependencies | undefined {
  const earliest: number[] = [];
  for (const dependency of dependencies) {
    const after = (earliest.at(-1) ?? -1) + 1;
    const place = locked.findIndex(
      (entry, index) => index >= after && fit(dependency, entry),
    );
    if (place < 0) {
      return undefined;
    }
    earliest.push(place);
  }
  const latest = dependencies.reduceRight<number[]>(
    ([next = locked.length, ...rest], dependency) => [
      locked.findLastIndex(
        (entry, place) => place < next && fit(dependency, entry),
      ),
      next,
      ...rest,
    ],
    [],
  );
  return {
    candidates: dependencies.map((dependency, index) =>
      locked.filter(
        (entry, place) =>
          place >= earliest[index] &&
          place <= latest[index] &&
          fit(dependency, entry),
      ),
    ),
    others: locked.filter((_, place) => !earliest.includes(place)),
  };
}

function fits(dependency: ChartDependency, entry: ChartDependency): boolean {
  const { alias, name, version: range = '*' } = dependency;
  return (
    (alias !== undefined || entry.name === name) &&
    isSameRepository(dependency.repository, entry.repository) &&
    satisfiesRange({ version: entry.version ?? '', range }) !== false
  );
}

/** A repository that Chart.yaml names by its local name (`@stable`) may have any address in the lock. */
function isSameRepository(one = '', other = ''): boolean {
  const isNamed = (repository: string) => /^(?:@|alias:)/.test(repository);
  return one === other || isNamed(one) || isNamed(other);
}
