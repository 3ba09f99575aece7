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

import type { AgreementRule } from '../AgreementRule';
import { differenceDisagreements } from '../differenceDisagreements';
import { treeDifferences } from '../treeDifferences';
import { umbrellaPairs } from '../umbrellaPairs';

/**
 * Every service can be switched on and off by its own name.
 *
 * @internal
 */
export const umbrellaEntryCondition: AgreementRule = {
  id: 'umbrella-entry-condition',
  summary:
    'An entry of the umbrella has the condition `<name>.enabled`, and no other.',
  severity: 'error',
  check: context =>
    umbrellaPairs({ context }).flatMap(({ actual, expected, path }) =>
      differenceDisagreements({
        context,
        file: context.umbrella?.chartFile ?? '',
        differences: treeDifferences({
          actual: actual.condition,
          expected: expected.condition,
          path: [...path, 'condition'],
          after: 'repository',
        }),
      }),
    ),
};
