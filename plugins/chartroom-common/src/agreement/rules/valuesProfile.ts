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

import type { Service } from '../../matrix';
import { valueLeaves } from '../../wiring/valueLeaves';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import { differenceDisagreements } from '../differenceDisagreements';
import type { Disagreement } from '../Disagreement';
import { handMadeChart } from '../handMadeChart';
import { isMap } from '../../values/isMap';
import { mergeValues } from '../../values/mergeValues';
import { staleProfileValues } from '../staleProfileValues';
import type { TreeDifference } from '../treeDifferences';
import { treeDifferences } from '../treeDifferences';
import { valueAt } from '../../values/valueAt';

/**
 * A chart of others is told what its profile needs: whose Secret, under which
 * name, without a policy of its own. What a former source needed is gone.
 *
 * @internal
 */
export const valuesProfile: AgreementRule = {
  id: 'values-profile',
  summary:
    'The values of each backing service hold what the profile of its engine needs.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella } = context;
    return matrix.services.flatMap(service =>
      service.kind === 'backing-service' &&
      umbrella &&
      isMap(umbrella.values[service.name]) &&
      !handMadeChart({ context, service })
        ? disagreementsOf({ context, service, file: umbrella.valuesFile })
        : [],
    );
  },
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  file: string;
}): Disagreement[] {
  const { context, service, file } = options;
  const { matrix, platform, umbrella } = context;
  const { profiles } = platform;
  const wiring = derivations.backingService({ matrix, service, profiles });
  const source = `the profile ${wiring.source}-${service.engine}`;
  const values = umbrella?.values ?? {};
  const own = values[service.name];
  const needed = needs({ service, values, wiring });
  const stale = staleProfileValues({ service, profiles, values: own });
  return [
    ...differenceDisagreements({
      ...{ context, file, source, differences: needed },
    }),
    ...differenceDisagreements({
      ...{ context, file, source },
      differences: stale
        ? treeDifferences({
            actual: own,
            expected: stale.without,
            path: [service.name],
          })
        : [],
    }),
  ];
}

function needs(options: {
  service: Service;
  values: Readonly<Record<string, unknown>>;
  wiring: ReturnType<typeof derivations.backingService>;
}): TreeDifference[] {
  const { service, values, wiring } = options;
  const leaves = valueLeaves({ values: wiring.profileValues });
  const at = (path: readonly string[]) =>
    valueAt({ root: values, path: [service.name, ...path] });
  const isNew =
    leaves.length > 0 && leaves.every(({ path }) => at(path) === undefined);
  const expected = isNew
    ? mergeValues({
        below: startingBelow(options),
        above: wiring.profileValues,
      })
    : wiring.profileValues;
  return treeDifferences({
    actual: values[service.name],
    expected,
    path: [service.name],
    open: true,
  });
}

/** What a chart starts with, where a person has not said otherwise. */
function startingBelow(options: {
  service: Service;
  values: Readonly<Record<string, unknown>>;
  wiring: ReturnType<typeof derivations.backingService>;
}): Readonly<Record<string, unknown>> {
  const { service, values, wiring } = options;
  const own = values[service.name];
  return isMap(own)
    ? mergeValues({ below: wiring.startingValues, above: own })
    : wiring.startingValues;
}
