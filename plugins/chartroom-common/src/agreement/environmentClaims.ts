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
import { isMap } from '../values/isMap';
import type { AgreementContext } from './AgreementContext';
import { chartBindings } from './chartBindings';
import { derivations } from './derivations';

/**
 * Who gives an environment variable of a service its value.
 *
 * @internal
 */
export interface EnvironmentClaim {
  /** A dependency, or `env`: the plain values. */
  readonly by: string;
  /** Where it is written, or would be; from the root of the chart's values. */
  readonly path: readonly string[];
  /** Whether the chart writes it, and not the matrix alone. */
  readonly isInChart: boolean;
}

/**
 * Who claims each environment name of a service: what its chart binds and
 * writes, and what would be written there because it follows from the matrix.
 *
 * @internal
 */
export function environmentClaims(options: {
  context: AgreementContext;
  service: Service;
  /** Of the chart, with what the umbrella writes over them. */
  values: Readonly<Record<string, unknown>>;
  /** Leave out what only follows from the matrix: the chart is not ours to write. */
  isPackaged?: boolean;
}): ReadonlyMap<string, readonly EnvironmentClaim[]> {
  const { values, isPackaged = false } = options;
  const claims = new Map<string, EnvironmentClaim[]>();
  const add = (name: string, claim: EnvironmentClaim) => {
    const others = claims.get(name) ?? [];
    if (!others.some(({ by }) => by === claim.by)) {
      claims.set(name, [...others, claim]);
    }
  };
  const { bindings, env } = values;
  for (const [by, names] of Object.entries(isMap(bindings) ? bindings : {})) {
    for (const name of namesSet(names)) {
      add(name, { by, path: ['bindings', by, name], isInChart: true });
    }
  }
  for (const name of namesSet(env)) {
    add(name, { by: 'env', path: ['env', name], isInChart: true });
  }
  for (const { by, names } of isPackaged ? [] : following(options)) {
    for (const name of names) {
      const path = by === 'env' ? ['env', name] : ['bindings', by, name];
      add(name, { by, path, isInChart: false });
    }
  }
  return claims;
}

/** The common chart leaves out a name whose value is empty. */
function namesSet(names: unknown): string[] {
  return Object.entries(isMap(names) ? names : {}).flatMap(([name, value]) =>
    value ? [name] : [],
  );
}

/** What the matrix asks the chart for: names that it writes, and customary ones where the chart has none. */
function following(options: {
  context: AgreementContext;
  service: Service;
  values: Readonly<Record<string, unknown>>;
}): Array<{ by: string; names: readonly string[] }> {
  const { context, service, values } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const bindings = isMap(values.bindings) ? values.bindings : {};
  const { env } = derivations.bindings({ matrix, service, profiles });
  return [
    ...chartBindings({ context, service }).flatMap(
      ({ dependency: by, names, isWritten }) =>
        isWritten || !isMap(bindings[by])
          ? [{ by, names: Object.keys(names) }]
          : [],
    ),
    { by: 'env', names: Object.keys(env) },
  ];
}
