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

import { umbrellaIndex } from '../../charts/umbrellaIndex';
import { quoted } from '../../check/quoted';
import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { handMadeChart, type HandMadeChart } from '../handMadeChart';

/**
 * Every service stands on the common chart, under its own name and in its own
 * place. A chart that does not is left alone: only its author can say what
 * becomes of it.
 *
 * @internal
 */
export const chartHandMade: AgreementRule = {
  id: 'chart-hand-made',
  summary:
    'The chart of every service stands on the common chart, under the name and in the place that the matrix gives it.',
  severity: 'warning',
  check: context =>
    context.matrix.services.flatMap((service): Disagreement[] => {
      const chart = handMadeChart({ context, service });
      return chart
        ? [
            {
              finding: {
                ...placeOf({ context, service, chart }),
                ...said({ name: service.name, chart }),
              },
            },
          ]
        : [];
    }),
};

function placeOf(options: {
  context: AgreementContext;
  service: Service;
  chart: HandMadeChart;
}): { file: string; line?: number } {
  const { context, service, chart } = options;
  const { umbrella } = context;
  if (chart.kind === 'templates') {
    return { file: `${chart.folder}/Chart.yaml`, line: 1 };
  }
  const file = umbrella?.chartFile ?? '';
  const position =
    umbrella && umbrellaIndex({ umbrella }).get(service.name)?.position;
  return {
    file,
    line: context.document(file)?.lineAt(['dependencies', position ?? 0]),
  };
}

function said(options: { name: string; chart: HandMadeChart }): {
  message: string;
  fix: string;
} {
  const { name, chart } = options;
  switch (chart.kind) {
    case 'remote':
      return {
        message: `The chart of ${name} comes from ${quoted(
          chart.repository,
        )}, and the matrix names no repository of its source, so it is left alone.`,
        fix: `Write repository: for ${name} and charts.repository in the matrix, or put its chart in charts/${name}.`,
      };
    case 'elsewhere':
      return {
        message: `The chart of ${name} lies in ${chart.folder} and not in charts/${name}, so it is left alone.`,
        fix: `Move it to charts/${name}, and run chartroom sync.`,
      };
    case 'alias':
      return {
        message: `The chart of ${name} is called ${quoted(
          chart.chart,
        )} and has an alias, so it is left alone.`,
        fix: `Call it ${name} in its own Chart.yaml, and remove the alias here.`,
      };
    default:
      return {
        message: `The chart of ${name} has templates of its own, which read no wiring, so it is left alone.`,
        fix: `List platform-common in ${chart.folder}/Chart.yaml, remove the templates, and run chartroom sync.`,
      };
  }
}
