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

import { isLocalService } from '../../charts/isLocalService';
import { quoted } from '../../check/quoted';
import type { AgreementRule } from '../AgreementRule';
import { chartVersion } from '../chartVersion';
import { differenceDisagreements } from '../differenceDisagreements';
import { treeDifferences } from '../treeDifferences';
import { umbrellaPairs } from '../umbrellaPairs';
import { satisfiesRange } from '../../versions';

/**
 * The pin of a chart in the same repository is the version that it has.
 *
 * @internal
 */
export const umbrellaEntryVersion: AgreementRule = {
  id: 'umbrella-entry-version',
  summary:
    'An entry of the umbrella is pinned, and one of a chart in the platform repository to the version that the chart has.',
  severity: 'error',
  check: context =>
    umbrellaPairs({ context }).flatMap(
      ({ service, actual, expected, path }) => {
        const file = context.umbrella?.chartFile ?? '';
        const folder = `charts/${service.name}`;
        const version = isLocalService({ service })
          ? chartVersion({ context, folder })
          : actual.version ?? expected.version;
        if (version === undefined) {
          const position = context.umbrella?.dependencies.indexOf(actual) ?? 0;
          return actual.version === undefined
            ? [
                {
                  finding: {
                    file,
                    line: context
                      .document(file)
                      ?.lineAt(['dependencies', position]),
                    message: `${file} lists ${quoted(
                      service.name,
                    )} without a version, so Helm could take any.`,
                    fix: 'Write the version of its chart.',
                  },
                },
              ]
            : [];
        }
        const { version: range = '' } = actual;
        return satisfiesRange({ range, version }) ?? range === version
          ? []
          : differenceDisagreements({
              context,
              file,
              source: `${folder}/Chart.yaml`,
              differences: treeDifferences({
                actual: actual.version,
                expected: version,
                path: [...path, 'version'],
                after: 'name',
              }),
            });
      },
    ),
};
