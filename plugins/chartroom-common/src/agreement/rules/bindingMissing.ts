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
import { chartBindings } from '../chartBindings';
import type { Disagreement } from '../Disagreement';
import { packagedServices } from '../evidence/packagedServices';
import { isMap } from '../../values/isMap';

/**
 * Where the matrix names the environment of a dependency, the packaged chart
 * binds it. Under which names is its team's business.
 *
 * @internal
 */
export const bindingMissing: AgreementRule = {
  id: 'binding-missing',
  summary:
    'A packaged chart binds every dependency for which the matrix writes environment names.',
  severity: 'warning',
  check: context =>
    packagedServices({ context }).flatMap(
      ({ service, chart, title, place }): Disagreement[] => {
        const bindings = isMap(chart.values.bindings)
          ? chart.values.bindings
          : {};
        const wanted = chartBindings({ context, service }).filter(
          ({ dependency, names, isWritten }) =>
            isWritten &&
            Object.keys(names).length > 0 &&
            !Object.hasOwn(bindings, dependency),
        );
        return wanted.map(({ dependency, names }) => ({
          finding: {
            ...place,
            message: `${title} does not bind ${dependency}, for which the matrix writes ${Object.keys(
              names,
            ).join(', ')}: the program does not learn where it is.`,
            fix: `Bind ${dependency} in the chart of ${service.name}, release it and pin that version; or remove the dependency from the matrix.`,
          },
        }));
      },
    ),
};
