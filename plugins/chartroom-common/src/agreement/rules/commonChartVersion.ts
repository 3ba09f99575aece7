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

import { quoted } from '../../check/quoted';
import type { AgreementRule } from '../AgreementRule';
import { chartVersion } from '../chartVersion';

/**
 * The common chart that lies in the repository is the one that the matrix names.
 *
 * @internal
 */
export const commonChartVersion: AgreementRule = {
  id: 'common-chart-version',
  summary:
    'A common chart in the platform repository has the version that the matrix names.',
  severity: 'error',
  check: context => {
    const { version, repository } = context.matrix.commonChart;
    if (!repository.startsWith('file://')) {
      return [];
    }
    const folder = repository.slice('file://'.length).replace(/\/$/, '');
    const file = `${folder}/Chart.yaml`;
    const actual = chartVersion({ context, folder });
    if (!context.platform.files.has(file) || actual === version) {
      return [];
    }
    if (actual === undefined) {
      return [
        {
          finding: {
            file,
            line: 1,
            message: `The common chart in ${folder} names no version that can be read, and the matrix names ${quoted(
              version,
            )}.`,
            fix: `Put the common chart of that version in ${folder}.`,
          },
        },
      ];
    }
    return [
      {
        finding: {
          file,
          line: context.document(file)?.lineAt(['version']),
          message: `The common chart in ${folder} is ${quoted(
            actual,
          )}, and the matrix names ${quoted(version)}.`,
          fix: `Write commonChart: { version: ${quoted(actual).slice(
            1,
            -1,
          )} } in the matrix, or put the other version in ${folder}.`,
        },
      },
    ];
  },
};
