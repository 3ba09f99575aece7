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

import { chartSchema as schemaOf } from '../../charts/chartSchema';
import type { AgreementRule } from '../AgreementRule';
import { localCharts } from '../localCharts';
import { textDisagreements } from '../textDisagreements';

/**
 * The schema of a chart's values is the one that the common chart's follows.
 *
 * @internal
 */
export const chartSchema: AgreementRule = {
  id: 'chart-schema',
  summary:
    'values.schema.json of each chart is the one that is generated from the values of the common chart.',
  severity: 'error',
  check: context =>
    localCharts({ context }).there.flatMap(({ service, folder }) =>
      textDisagreements({
        context,
        path: `${folder}/values.schema.json`,
        content: schemaOf({ service }),
      }),
    ),
};
