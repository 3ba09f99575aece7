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

import { commonChartEntry as entryOf } from '../../charts/commonChartEntry';
import { umbrellaIndex } from '../../charts/umbrellaIndex';
import type { AgreementRule } from '../AgreementRule';
import { differenceDisagreements } from '../differenceDisagreements';
import { entryPath } from '../entryPath';
import { treeDifferences } from '../treeDifferences';

/**
 * The umbrella lists the common chart itself, at the version that the matrix
 * names: its copy of every template wins for the whole release.
 *
 * @internal
 */
export const commonChartEntry: AgreementRule = {
  id: 'common-chart-entry',
  summary:
    'The umbrella lists the common chart with the version and the repository of the matrix.',
  severity: 'error',
  check: context => {
    const { matrix, umbrella } = context;
    if (!umbrella) {
      return [];
    }
    const expected = entryOf({ matrix });
    const { name } = expected;
    const file = umbrella.chartFile;
    const found = umbrellaIndex({ umbrella }).get(name);
    if (!found) {
      return [
        {
          finding: {
            file,
            line: context.document(file)?.lineAt(['dependencies']),
            message: `${file} does not list ${name}, so each service would be rendered by the copy in its own chart, and the last one wins.`,
          },
          changes: [
            {
              kind: 'edit',
              path: file,
              edits: [
                {
                  op: 'ensureListItem',
                  path: ['dependencies'],
                  key: 'name',
                  item: expected,
                },
              ],
            },
          ],
        },
      ];
    }
    const path = entryPath({ umbrella, entry: found.entry });
    const differences = (['version', 'repository'] as const).flatMap(key =>
      treeDifferences({
        actual: found.entry[key],
        expected: expected[key],
        path: [...path, key],
        after: 'name',
      }),
    );
    return differenceDisagreements({ context, file, differences });
  },
};
