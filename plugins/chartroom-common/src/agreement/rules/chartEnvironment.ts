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
import { chartKeyAbove } from '../chartKeyAbove';
import { derivations } from '../derivations';
import { differenceDisagreements } from '../differenceDisagreements';
import { environmentClaims } from '../environmentClaims';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';
import { overriddenValues } from '../overriddenValues';
import { valueAt } from '../../values/valueAt';

/**
 * A chart holds the plain environment variables that the matrix gives its service.
 *
 * @internal
 */
export const chartEnvironment: AgreementRule = {
  id: 'chart-environment',
  summary:
    'Each chart holds the environment variables with values that the matrix gives its service.',
  severity: 'error',
  check: context => {
    const { matrix, platform } = context;
    const { profiles } = platform;
    return localCharts({ context }).there.flatMap(({ service, folder }) => {
      const file = `${folder}/values.yaml`;
      const root = context.document(file)?.value;
      if (!isMap(root) || service.environment.length === 0) {
        return [];
      }
      const { env } = derivations.bindings({ matrix, service, profiles });
      const after = chartKeyAbove({ root, key: 'env' });
      const claims = environmentClaims({
        ...{ context, service },
        values: overriddenValues({ context, service, own: root }),
      });
      const isFree = ([name]: readonly [string, string]) =>
        (claims.get(name)?.length ?? 0) < 2 ||
        valueAt({ root, path: ['env', name] }) !== undefined;
      return differenceDisagreements({
        context,
        file,
        differences: Object.entries(env)
          .filter(isFree)
          .flatMap(([name, expected]) =>
            blockDifferences({ root, path: ['env', name], expected, after }),
          ),
      });
    });
  },
};
