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
 * How a template uses `chartroom:operation:plan`, as the portal shows it in its list of actions.
 *
 * @internal
 */
export const planOperationExamples: TemplateExample[] = [
  {
    description: 'Plan a Node.js service that needs another service and Redis',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan',
          action: 'chartroom:operation:plan',
          input: {
            platform: 'robot-shop',
            name: 'recommendations',
            description: 'Suggests what else to buy',
            owner: 'group:default/shop',
            language: 'node',
            port: 8000,
            dependencies: [{ name: 'catalogue' }, { name: 'redis' }],
          },
        },
      ],
    }),
  },
  {
    description: 'Plan a worker, which listens on no port',
    example: stringify({
      steps: [
        {
          id: 'plan',
          name: 'Plan',
          action: 'chartroom:operation:plan',
          input: {
            platform: 'robot-shop',
            name: 'mailer',
            description: 'Sends what was ordered by mail',
            owner: 'group:default/shop',
            language: 'node',
            dependencies: [{ name: 'rabbitmq' }],
          },
        },
      ],
    }),
  },
];
