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

import type { Service } from '../../matrix';
import { isMap } from '../../values/isMap';
import { valueAt } from '../../values/valueAt';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { environmentClaims, type EnvironmentClaim } from '../environmentClaims';
import { packagedServices } from '../evidence/packagedServices';
import { localCharts } from '../localCharts';
import { overriddenValues } from '../overriddenValues';

/**
 * One environment name has one value: two dependencies of a service, or a
 * dependency and a plain value, do not claim the same.
 *
 * @internal
 */
export const bindingConflict: AgreementRule = {
  id: 'binding-conflict',
  summary:
    'No chart gives one environment name two values: from two dependencies, or from one and from its own env.',
  severity: 'error',
  check: context => [
    ...localCharts({ context }).there.flatMap(({ service, folder }) => {
      const file = `${folder}/values.yaml`;
      const own = context.document(file)?.value;
      return isMap(own)
        ? disagreementsOf({
            ...{ context, service, file },
            values: overriddenValues({ context, service, own }),
          })
        : [];
    }),
    ...packagedServices({ context }).flatMap(({ service, chart, place }) =>
      disagreementsOf({
        ...{ context, service, ...place },
        values: overriddenValues({ context, service, own: chart.values }),
        isPackaged: true,
      }),
    ),
  ],
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  file: string;
  line?: number;
  values: Readonly<Record<string, unknown>>;
  isPackaged?: boolean;
}): Disagreement[] {
  const { service } = options;
  return [...environmentClaims(options)].flatMap(
    ([name, [first, second]]): Disagreement[] =>
      second === undefined
        ? []
        : [
            {
              finding: {
                ...placeOf({ ...options, claims: [second, first] }),
                message: `${service.name} would get ${name} from both ${said([
                  first,
                  second,
                ])}.`,
                fix: [first, second].some(({ by }) => by === 'env')
                  ? 'Remove one of the two.'
                  : `Write env: for one of the two in the matrix, with names of its own, or bind it so in the chart.`,
              },
            },
          ],
  );
}

/** The chart's own line where it has one, or else that of the values over it. */
function placeOf(options: {
  context: AgreementContext;
  service: Service;
  file: string;
  line?: number;
  claims: readonly EnvironmentClaim[];
}): { file: string; line?: number } {
  const { context, service, file, line, claims } = options;
  const { umbrella } = context;
  const document = context.document(file);
  const written = claims.find(({ isInChart }) => isInChart) ?? claims[0];
  const path = [...written.path];
  const above = [service.name, ...path];
  if (
    umbrella &&
    valueAt({ root: umbrella.values, path: above }) !== undefined &&
    valueAt({ root: document?.value, path }) === undefined
  ) {
    const { valuesFile } = umbrella;
    return {
      file: valuesFile,
      line: context.document(valuesFile)?.lineAt(above),
    };
  }
  return { file, line: line ?? document?.lineAt(path) };
}

/** Which of the two is written already is plain where both are. */
function said(claims: readonly EnvironmentClaim[]): string {
  const isWritten = claims.every(({ isInChart }) => isInChart);
  return claims
    .map(({ by, isInChart }) => {
      const place = by === 'env' ? 'its own env' : by;
      const source = isInChart ? 'its chart' : 'the matrix';
      return isWritten ? place : `${place} (${source})`;
    })
    .join(' and ');
}
