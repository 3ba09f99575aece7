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

/**
 * A common chart that the matrix says is in the repository is there. Only who
 * has seen the whole repository can tell: many have no need of its files.
 *
 * @internal
 */
export const commonChartMissing: AgreementRule = {
  id: 'common-chart-missing',
  summary:
    'A common chart that the matrix says lies in the platform repository is there.',
  severity: 'error',
  check: ({ matrix, platform, evidence }) => {
    const { version, repository } = matrix.commonChart;
    if (!repository.startsWith('file://')) {
      return [];
    }
    const folder = repository.slice('file://'.length).replace(/\/+$/, '');
    const file = `${folder}/Chart.yaml`;
    if (evidence?.commonChart !== 'missing' || platform.files.has(file)) {
      return [];
    }
    return [
      {
        finding: {
          file,
          message: `There is no common chart in ${folder}, where the matrix says that version ${version} is, so Helm cannot build any chart that stands on it.`,
          fix: `Run chartroom init for a new folder, and copy its charts/platform-common to ${folder}; or write commonChart.repository: with the address of a chart repository that holds it.`,
        },
      },
    ];
  },
};
