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
import { environmentStates } from '../evidence/environmentStates';

/**
 * Helm renders the umbrella in every environment.
 *
 * @internal
 */
export const umbrellaRender: AgreementRule = {
  id: 'umbrella-render',
  summary: 'Helm renders the umbrella with the values of each environment.',
  severity: 'error',
  check: context =>
    environmentStates({ context }).flatMap(({ name, title, layers }) => {
      const failure = context.evidence?.renderFailures?.get(name);
      const file = layers.find(layer =>
        context.platform.files.has(layer.file),
      )?.file;
      return failure === undefined
        ? []
        : [
            {
              finding: {
                file: file ?? context.umbrella?.chartFile ?? '',
                message: `In ${title}: ${failure}`,
                fix: 'Correct what Helm names; the message says where.',
              },
            },
          ];
    }),
};
