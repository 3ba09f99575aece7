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

import type { Umbrella } from '../../charts';
import { isChartEnabled } from '../../charts/isChartEnabled';
import { umbrellaIndex } from '../../charts/umbrellaIndex';
import type { Environment } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';

/**
 * The umbrella as one environment installs it.
 *
 * @internal
 */
export interface EnvironmentState {
  /** Absent: the umbrella with its own values alone, where the matrix has no environments. */
  readonly environment?: Environment;
  /** Its name; `''` without one. */
  readonly name: string;
  /** What messages call it. */
  readonly title: string;
  /** Where its values are written, the last first; the umbrella's own come last. */
  readonly layers: ReadonlyArray<{
    readonly file: string;
    readonly values: Readonly<Record<string, unknown>>;
  }>;
  /** Whether the umbrella installs a chart there; undefined where it lists none of this name. */
  isEnabled(name: string): boolean | undefined;
}

const known = new WeakMap<AgreementContext, readonly EnvironmentState[]>();

/**
 * The umbrella in each of its environments; none where there is no umbrella.
 *
 * @internal
 */
export function environmentStates(options: {
  context: AgreementContext;
}): readonly EnvironmentState[] {
  const { context } = options;
  const before = known.get(context);
  if (before) {
    return before;
  }
  const { matrix, umbrella } = context;
  const environments: ReadonlyArray<Environment | undefined> =
    matrix.environments.length > 0 ? matrix.environments : [undefined];
  const states = umbrella
    ? environments.map(environment =>
        stateOf({ context, umbrella, environment }),
      )
    : [];
  known.set(context, states);
  return states;
}

function stateOf(options: {
  context: AgreementContext;
  umbrella: Umbrella;
  environment: Environment | undefined;
}): EnvironmentState {
  const { context, umbrella, environment } = options;
  const { values, valuesFile, environmentValues } = umbrella;
  const own = environment && {
    file: `${context.matrix.umbrella}/${environment.values}`,
    values: environmentValues.get(environment.name) ?? {},
  };
  const layers = [...(own ? [own] : []), { file: valuesFile, values }];
  return {
    environment,
    name: environment?.name ?? '',
    title: environment?.name ?? 'the umbrella',
    layers,
    isEnabled: name => isEnabled({ umbrella, layers, name }),
  };
}

function isEnabled(options: {
  umbrella: Umbrella;
  layers: EnvironmentState['layers'];
  name: string;
}): boolean | undefined {
  const { umbrella, layers, name } = options;
  const entry = umbrellaIndex({ umbrella }).get(name)?.entry;
  return (
    entry &&
    isChartEnabled({ entry, layers: layers.map(({ values }) => values) })
  );
}
