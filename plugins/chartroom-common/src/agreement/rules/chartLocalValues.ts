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
import { derivations } from '../derivations';
import { differenceDisagreements } from '../differenceDisagreements';
import type { Disagreement } from '../Disagreement';
import { localCharts } from '../localCharts';

/**
 * A service can be installed alone: its chart says where its dependencies are.
 *
 * @internal
 */
export const chartLocalValues: AgreementRule = {
  id: 'chart-local-values',
  summary:
    'values-local.yaml of each chart says where the dependencies of the service are, as the matrix has them.',
  severity: 'error',
  check: context => {
    const { matrix, platform } = context;
    const { profiles } = platform;
    return localCharts({ context }).there.flatMap(
      ({ service, folder }): Disagreement[] => {
        const file = `${folder}/values-local.yaml`;
        const written = platform.files.get(file);
        const { text, wiring } = derivations.localValues({
          matrix,
          service,
          profiles,
        });
        const isNeedless =
          written === undefined && service.dependencies.length === 0;
        if (isNeedless || written === text) {
          return [];
        }
        if (written === undefined) {
          return [
            {
              finding: { file, message: `There is no ${file}.` },
              changes: [{ kind: 'write', path: file, content: text }],
            },
          ];
        }
        const problems = context.problems(file);
        return problems.length > 0
          ? problems.map(({ rule, severity, ...finding }) => ({ finding }))
          : differenceDisagreements({
              context,
              file,
              differences: blockDifferences({
                root: context.document(file)?.value,
                path: ['wiring'],
                expected: wiring,
              }),
            });
      },
    );
  },
};
