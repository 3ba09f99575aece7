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

import type { ChartDependency } from '../../charts';
import { isLocalService } from '../../charts/isLocalService';
import { knownSource } from '../../charts/knownSource';
import type { Service } from '../../matrix';
import { builtInProfiles } from '../../wiring';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import { differenceDisagreements } from '../differenceDisagreements';
import { treeDifferences } from '../treeDifferences';
import { umbrellaPairs } from '../umbrellaPairs';

/**
 * Every entry of the umbrella is the chart that the matrix means. With another
 * chart comes another version: a pin means nothing in another repository. Of
 * several addresses of one source people choose one, and the pin is theirs.
 *
 * @internal
 */
export const umbrellaEntryRepository: AgreementRule = {
  id: 'umbrella-entry-repository',
  summary:
    'An entry of the umbrella takes its chart from where the matrix says.',
  severity: 'error',
  check: context =>
    umbrellaPairs({ context }).flatMap(pair => {
      const { service, actual, expected, path } = pair;
      const isOther =
        actual.name !== expected.name ||
        actual.repository !== expected.repository;
      const isSameSource = isOther && isOfSameSource(pair);
      const hasOtherPin =
        isOther &&
        !isSameSource &&
        expected.version !== undefined &&
        !isLocalService({ service });
      const isAddressFree =
        isSameSource && hasBuiltInProfile({ context, service });
      const wanted = [
        ...(isAddressFree ? [] : (['repository'] as const)),
        ...(hasOtherPin ? (['version'] as const) : []),
        ...(['alias', 'name'] as const),
      ];
      // What tells where the entry is comes last: the edits before look for it
      const [, { key: identity }] = path;
      const keys = [
        ...wanted.filter(key => key !== identity),
        ...wanted.filter(key => key === identity),
      ];
      const differences = keys.flatMap(key =>
        treeDifferences({
          actual: actual[key],
          expected: expected[key],
          path: [...path, key],
          after: 'name',
        }),
      );
      return differenceDisagreements({
        context,
        file: context.umbrella?.chartFile ?? '',
        differences,
      });
    }),
};

/** Whether an entry has the chart that is meant from some address of its source, such as a mirror's. */
function isOfSameSource(options: {
  service: Service;
  actual: ChartDependency;
  expected: ChartDependency;
}): boolean {
  const { service, actual, expected } = options;
  const { repository } = actual;
  return (
    service.kind === 'backing-service' &&
    actual.name === expected.name &&
    knownSource({ repository }) === service.source
  );
}

/** A profile of the platform's own names the one address that counts. */
function hasBuiltInProfile(options: {
  context: AgreementContext;
  service: Service;
}): boolean {
  const { context, service } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const { profile } = derivations.backingService({
    ...{ matrix, service, profiles },
  });
  return profile !== undefined && builtInProfiles.includes(profile);
}
