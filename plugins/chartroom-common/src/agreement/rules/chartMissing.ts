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

import { ownChart } from '../../charts/ownChart';
import { serviceChart } from '../../charts/serviceChart';
import type { AgreementRule } from '../AgreementRule';
import { firstVersion } from '../firstVersion';
import { localCharts } from '../localCharts';

/**
 * A service without a repository of its own has its chart in the platform's.
 *
 * @internal
 */
export const chartMissing: AgreementRule = {
  id: 'chart-missing',
  summary:
    'A service without a repository of its own has its chart in charts/<name>.',
  severity: 'error',
  check: context => {
    const { matrix, platform } = context;
    const { files, profiles } = platform;
    return localCharts({ context }).missing.map(({ service, folder }) => {
      const facts = { matrix, service, profiles };
      const own =
        service.kind === 'backing-service' ? ownChart(facts) : undefined;
      const made = own ?? serviceChart({ ...facts, version: firstVersion });
      return {
        finding: {
          file: `${folder}/Chart.yaml`,
          message: `${service.name} has no repository of its own, and there is no chart in ${folder}.`,
          fix: 'Run chartroom sync, which makes it, or write repository: in the matrix.',
        },
        changes: [...made].flatMap(([name, content]) => {
          const path = `${folder}/${name}`;
          return files.has(path)
            ? []
            : [{ kind: 'write' as const, path, content }];
        }),
      };
    });
  },
};
