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

import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

/**
 * How a template uses `chartroom:service:publish`, as the portal shows it in its list of actions.
 *
 * @internal
 */
export const publishServiceExamples: TemplateExample[] = [
  {
    description:
      'Make the repository of a planned service, and publish its chart',
    example: stringify({
      steps: [
        {
          id: 'publish',
          name: 'Make the repository',
          action: 'chartroom:service:publish',
          input: {
            operation: '${{ steps.plan.output.operation }}',
            sourcePath: './service',
          },
        },
      ],
    }),
  },
];
