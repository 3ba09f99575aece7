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
import { blockDifferences } from '../blockDifferences';
import { chartBindings } from '../chartBindings';
import { chartKeyAbove } from '../chartKeyAbove';
import { differenceDisagreements } from '../differenceDisagreements';
import { environmentClaims } from '../environmentClaims';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';
import { overriddenValues } from '../overriddenValues';
import { valueAt } from '../../values/valueAt';

/**
 * A service reads each dependency under the environment names that the matrix
 * writes; where it writes none, under some.
 *
 * @internal
 */
export const chartBindingMissing: AgreementRule = {
  id: 'chart-binding-missing',
  summary:
    'Each chart binds the dependencies of its service to the environment names that the matrix gives them.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ service, folder }) => {
      const file = `${folder}/values.yaml`;
      const root = context.document(file)?.value;
      if (!isMap(root) || service.dependencies.length === 0) {
        return [];
      }
      const bindings = chartBindings({ context, service });
      const claims = environmentClaims({
        ...{ context, service },
        values: overriddenValues({ context, service, own: root }),
      });
      // Another rule says who else claims it, and a second claim would stop the common chart
      const isContested = (name: string) => (claims.get(name)?.length ?? 0) > 1;
      const differences = bindings.flatMap(
        ({ dependency, names, isWritten }, index) => {
          const path = ['bindings', dependency];
          const after = isMap(root.bindings)
            ? bindings.slice(0, index).map(above => above.dependency)
            : chartKeyAbove({ root, key: 'bindings' });
          const actual = valueAt({ root, path });
          if (!isMap(actual)) {
            const isFree =
              Object.keys(names).length > 0 &&
              !Object.keys(names).some(isContested);
            return isFree
              ? blockDifferences({ root, path, expected: names, after })
              : [];
          }
          return isWritten
            ? Object.entries(names).flatMap(([name, expected]) =>
                isContested(name) && !Object.hasOwn(actual, name)
                  ? []
                  : blockDifferences({ root, path: [...path, name], expected }),
              )
            : [];
        },
      );
      return differenceDisagreements({ context, file, differences });
    }),
};
