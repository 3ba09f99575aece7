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

import { isLocalService } from '../../charts/isLocalService';
import type { AgreementRule } from '../AgreementRule';
import { differenceDisagreements } from '../differenceDisagreements';
import { entryPath } from '../entryPath';
import { treeDifferences } from '../treeDifferences';
import { umbrellaPairs } from '../umbrellaPairs';

/**
 * Every entry of the umbrella is the chart that the matrix means. With another
 * chart comes another version: a pin means nothing in another repository.
 *
 * @internal
 */
export const umbrellaEntryRepository: AgreementRule = {
  id: 'umbrella-entry-repository',
  summary:
    'An entry of the umbrella takes its chart from where the matrix says.',
  severity: 'error',
  check: context =>
    umbrellaPairs({ context }).flatMap(({ service, actual, expected }) => {
      const path = entryPath(actual);
      const isOther =
        actual.name !== expected.name ||
        actual.repository !== expected.repository;
      const hasOtherPin =
        isOther &&
        expected.version !== undefined &&
        !isLocalService({ service });
      // What tells where the entry is comes last: its alias, or without one its name
      const names =
        actual.alias === undefined
          ? (['alias', 'name'] as const)
          : (['name', 'alias'] as const);
      const keys = [
        'repository',
        ...(hasOtherPin ? (['version'] as const) : []),
        ...names,
      ] as const;
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
