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

import { serviceTemplate as content } from '../../charts/serviceTemplate';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { localCharts } from '../localCharts';

/**
 * The one template of a service's chart is one line. What else a person wrote
 * there is not thrown away.
 *
 * @internal
 */
export const chartTemplate: AgreementRule = {
  id: 'chart-template',
  summary:
    'templates/service.yaml of each chart is the one line that includes the common chart.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ folder }): Disagreement[] => {
      const file = `${folder}/templates/service.yaml`;
      const text = context.platform.files.get(file);
      if (text?.trim() === content.trim()) {
        return [];
      }
      const changes = [{ kind: 'write' as const, path: file, content }];
      if (text === undefined || text.trim() === '') {
        const message = `${file} does not include the common chart, so the chart renders nothing.`;
        return [{ finding: { file, message }, changes }];
      }
      return [
        {
          finding: {
            file,
            line: 1,
            message: `${file} is more or other than the one line that includes the common chart.`,
            fix: `Leave only this line there, and move what is yours to another template: ${content.trim()}`,
          },
        },
      ];
    }),
};
