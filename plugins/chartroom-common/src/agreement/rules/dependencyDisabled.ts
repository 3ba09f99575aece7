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

import { matrixIndex, type Service } from '../../matrix';
import { dependencyFacts } from '../../wiring/dependencyFacts';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import {
  environmentStates,
  type EnvironmentState,
} from '../evidence/environmentStates';
import { valueAt } from '../../values/valueAt';

/**
 * What is installed has its dependencies beside it, or outside of the cluster.
 *
 * @internal
 */
export const dependencyDisabled: AgreementRule = {
  id: 'dependency-disabled',
  summary:
    'A service that is enabled in an environment has every dependency enabled there, or outside of the cluster.',
  severity: 'error',
  check: context =>
    environmentStates({ context }).flatMap(state =>
      context.matrix.services.flatMap(target =>
        state.isEnabled(target.name) === false
          ? disagreementsOf({ context, state, target })
          : [],
      ),
    ),
};

function disagreementsOf(options: {
  context: AgreementContext;
  state: EnvironmentState;
  target: Service;
}): Disagreement[] {
  const { context, state, target } = options;
  const { name } = target;
  const callers = matrixIndex(context).callers.get(name) ?? [];
  const waiting = callers.filter(
    caller =>
      state.isEnabled(caller) === true && !isOutside({ ...options, caller }),
  );
  if (waiting.length === 0) {
    return [];
  }
  const path = [name, 'enabled'];
  const layer =
    state.layers.find(
      ({ values }) => valueAt({ root: values, path }) === false,
    ) ?? state.layers[0];
  const some = waiting.slice(0, 5).join(', ');
  const more = waiting.length > 5 ? ` and ${waiting.length - 5} more` : '';
  const outside =
    target.kind === 'backing-service' && state.environment
      ? `, or write chart_source: external for ${name} below services: of ${state.name} in the matrix`
      : '';
  return [
    {
      finding: {
        file: layer.file,
        line: context.document(layer.file)?.lineAt(path),
        message: `${name} is not enabled in ${state.title}, and what depends on it is: ${some}${more}.`,
        fix: `Enable ${name} there${outside}.`,
      },
    },
  ];
}

function isOutside(options: {
  context: AgreementContext;
  state: EnvironmentState;
  target: Service;
  caller: string;
}): boolean {
  const { context, state, target, caller } = options;
  const { profiles } = context.platform;
  const service = matrixIndex(context).services.get(caller);
  const dependency = service?.dependencies.find(
    ({ name }) => name === target.name,
  );
  const overrides = state.environment?.services ?? {};
  return (
    dependency !== undefined &&
    dependencyFacts({
      ...{ caller, dependency, target, profiles },
      override: Object.hasOwn(overrides, target.name)
        ? overrides[target.name]
        : undefined,
    }).external
  );
}
