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

import { commonChartDependency } from '../../charts/commonChartDependency';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { blockDifferences } from '../blockDifferences';
import { differenceDisagreements } from '../differenceDisagreements';
import { isMap } from '../../values/isMap';
import { localCharts, type LocalChart } from '../localCharts';
import type { TreeDifference } from '../treeDifferences';
import { valueAt } from '../../values/valueAt';
import { satisfiesRange } from '../../versions';

/**
 * A service's chart depends on the common chart, in a range that admits the
 * version that the umbrella has: that copy renders it.
 *
 * @internal
 */
export const chartCommonRange: AgreementRule = {
  id: 'chart-common-range',
  summary:
    'Each chart depends on the common chart of the matrix, in a range that admits its version.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(chart =>
      differenceDisagreements({
        context,
        file: `${chart.folder}/Chart.yaml`,
        differences: differencesOf({ context, chart }),
      }),
    ),
};

function differencesOf(options: {
  context: AgreementContext;
  chart: LocalChart;
}): TreeDifference[] {
  const { context, chart } = options;
  const { matrix } = context;
  const root = context.document(`${chart.folder}/Chart.yaml`)?.value;
  if (!isMap(root)) {
    return [];
  }
  const { service } = chart;
  const expected = commonChartDependency({ matrix, service });
  const step = { key: 'name', value: expected.name };
  const path = ['dependencies', step];
  const actual = valueAt({ root, path });
  if (!isMap(actual)) {
    return blockDifferences({ root, path, expected });
  }
  const { version } = matrix.commonChart;
  const range = actual.version;
  const isAdmitted =
    range === expected.version ||
    (typeof range === 'string' && satisfiesRange({ range, version }) === true);
  return [
    ...(isAdmitted
      ? []
      : blockDifferences({
          root,
          path: [...path, 'version'],
          expected: expected.version,
        })),
    ...blockDifferences({
      root,
      path: [...path, 'repository'],
      expected: expected.repository,
    }),
  ];
}
