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

import type { Service } from '../matrix';
import type { EngineProfile } from '../wiring';
import { fillName } from '../wiring/fillName';
import { valueLeaves } from '../wiring/valueLeaves';
import { isMap } from '../values/isMap';
import { valueAt } from '../values/valueAt';

type Values = Readonly<Record<string, unknown>>;
type Leaf = ReturnType<typeof valueLeaves>[number];

/**
 * The values of a backing service without those that only the profile of a
 * former source needed; undefined where there are none of these.
 *
 * @remarks
 * Only where all that another profile needs stands there just so was it written
 * for that one: a value that happens to be the same is a person's.
 *
 * @internal
 */
export function staleProfileValues(options: {
  service: Service;
  profiles: readonly EngineProfile[];
  /** What stands below the name of the service. */
  values: unknown;
}): { without: Values } | undefined {
  const { service, profiles, values } = options;
  const { name, engine } = service;
  if (!isMap(values)) {
    return undefined;
  }
  const ofEngine = profiles.filter(profile => profile.engine === engine);
  const kept = new Set(
    ofEngine
      .filter(({ source }) => source === service.source)
      .flatMap(profile => [
        ...leavesOf({ values: profile.values, name }),
        ...leavesOf({ values: profile.startingValues, name }),
      ])
      .map(keyOf),
  );
  const isForeign = (leaf: Leaf) => !kept.has(keyOf(leaf));
  const stale = ofEngine.flatMap(profile => {
    const needed = leavesOf({ values: profile.values, name }).filter(isForeign);
    const starting = leavesOf({ values: profile.startingValues, name });
    return needed.length > 0 && needed.every(leaf => holds(values, leaf))
      ? [
          ...needed,
          ...starting.filter(isForeign).filter(leaf => holds(values, leaf)),
        ]
      : [];
  });
  return stale.length > 0
    ? { without: stale.reduce(withoutLeaf, values) }
    : undefined;
}

function leavesOf(options: {
  values: EngineProfile['values'];
  name: string;
}): readonly Leaf[] {
  const { values = {}, name } = options;
  return valueLeaves({ values: fillName({ value: values, name }) });
}

function keyOf({ path }: Leaf): string {
  return JSON.stringify(path);
}

function holds(values: unknown, { path, value }: Leaf): boolean {
  const actual = valueAt({ root: values, path });
  return JSON.stringify(actual) === JSON.stringify(value);
}

/** The tree without a leaf, and without the maps that it alone filled. */
function withoutLeaf(values: Values, { path }: Pick<Leaf, 'path'>): Values {
  const [key, ...rest] = path;
  const { [key]: below, ...others } = values;
  if (rest.length === 0 || !isMap(below)) {
    return others;
  }
  const inner = withoutLeaf(below, { path: rest });
  return Object.keys(inner).length === 0
    ? others
    : Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          name === key ? inner : value,
        ]),
      );
}
