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
import { differenceDisagreements } from '../differenceDisagreements';
import { isMap } from '../../values/isMap';
import { localCharts } from '../localCharts';

/**
 * The chart in charts/<name> has the name of its service: Kubernetes' objects
 * and the keys of values go by it.
 *
 * @internal
 */
export const chartName: AgreementRule = {
  id: 'chart-name',
  summary: 'The chart in charts/<name> is called <name>.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ service, folder }) => {
      const file = `${folder}/Chart.yaml`;
      const root = context.document(file)?.value;
      return isMap(root)
        ? differenceDisagreements({
            context,
            file,
            differences: blockDifferences({
              root,
              path: ['name'],
              expected: service.name,
            }),
          })
        : [];
    }),
};
