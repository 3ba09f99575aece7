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

import type { SkeletonContext } from '@chartroom/backstage-plugin-chartroom-common';
import type { Shape } from './Shape';

const KEYS: Record<keyof SkeletonContext, Shape> = {
  name: 'text',
  description: 'text',
  owner: 'text',
  system: 'text',
  language: 'text',
  port: 'number',
  exposed: 'truth',
  image: 'text',
  repositoryUrl: 'text',
  cloneUrl: 'text',
  defaultBranch: 'text',
  platformUrl: 'text',
  chartRepository: 'text',
  chartVersion: 'text',
  dependencies: {
    list: {
      map: {
        name: 'text',
        type: 'text',
        environment: {
          list: {
            map: { name: 'text', example: 'text', secret: 'truth' },
          },
        },
        secrets: { list: { map: { name: 'text', key: 'text' } } },
      },
    },
  },
};

/**
 * The shape of what the plan of a service gives to its skeleton.
 *
 * @public
 */
export const skeletonContextShape: Shape = { map: KEYS };
