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
import { wiringDifferences } from '../wiringDifferences';

/**
 * Whom a service's network policy admits follows from the dependencies of others.
 *
 * @internal
 */
export const valuesCallers: AgreementRule = {
  id: 'values-callers',
  summary:
    'The callers that the umbrella tells each service are those services that depend on it.',
  severity: 'error',
  check: context =>
    differenceDisagreements({
      context,
      file: context.umbrella?.valuesFile ?? '',
      differences: wiringDifferences({ context }).filter(
        ({ path }) => path[2] === 'callers',
      ),
    }),
};
