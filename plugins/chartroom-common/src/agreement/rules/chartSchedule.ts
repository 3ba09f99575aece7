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
import { environmentFile } from '../../derived/gitops/environmentFile';
import type { Service } from '../../matrix';
import { valueAt } from '../../values/valueAt';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { environmentStates } from '../evidence/environmentStates';
import { localCharts } from '../localCharts';

const path = ['cronJob', 'schedule'];

/**
 * A cronjob says when it runs, in its chart or in the values over it: the common
 * chart stops where nothing does. One that is not switched on yet may be entered
 * before that is known.
 *
 * @internal
 */
export const chartSchedule: AgreementRule = {
  id: 'chart-schedule',
  summary: 'The values of each cronjob say when it runs, in every environment.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ service, folder }) =>
      service.type === 'cronjob'
        ? disagreementsOf({ context, service, file: `${folder}/values.yaml` })
        : [],
    ),
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  file: string;
}): Disagreement[] {
  const { context, service, file } = options;
  const { name } = service;
  const document = context.document(file);
  const isWritten = (value: unknown) =>
    typeof value === 'string' && value.trim() !== '';
  if (
    context.problems(file).length > 0 ||
    isWritten(valueAt({ root: document?.value, path }))
  ) {
    return [];
  }
  const without = placesOf({ context, service }).filter(
    ({ schedules }) => !schedules.some(schedule => isWritten(schedule)),
  );
  if (without.length === 0) {
    return [];
  }
  const titles = without.flatMap(({ title }) => title ?? []);
  const where = titles.length > 0 ? ` in ${titles.join(', ')}` : '';
  return [
    {
      finding: {
        file,
        line: document?.lineAt(path),
        severity: without.some(({ isEnabled }) => isEnabled)
          ? 'error'
          : 'warning',
        message: `${name} is a cronjob, and nothing says when it runs${where}.`,
        fix: `Write cronJob: { schedule: ${quoted(
          '0 3 * * *',
        )} } here, or below ${name} in the values of the environment.`,
      },
    },
  ];
}

interface Place {
  /** Of the environment; absent where the matrix has none. */
  readonly title?: string;
  readonly isEnabled: boolean;
  /** What is written over the chart's own. */
  readonly schedules: readonly unknown[];
}

function placesOf(options: {
  context: AgreementContext;
  service: Service;
}): Place[] {
  const { context, service } = options;
  const { matrix, umbrella } = context;
  const { name } = service;
  if (umbrella) {
    return environmentStates({ context }).map(state => ({
      title: state.environment?.name,
      isEnabled: state.isEnabled(name) === true,
      schedules: state.layers.map(({ values }) =>
        valueAt({ root: values, path: [name, ...path] }),
      ),
    }));
  }
  return matrix.environments.map(environment => {
    const file = environmentFile({ environment, service });
    const root = context.document(file)?.value;
    return {
      title: environment.name,
      isEnabled: valueAt({ root, path: ['enabled'] }) === true,
      schedules: [valueAt({ root, path })],
    };
  });
}
