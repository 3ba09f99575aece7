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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * What a question about deployments may narrow them to, in REST and in actions alike.
 *
 * @internal
 */
export const stateWords = {
  drift: [
    'in-sync',
    'behind',
    'ahead',
    'lock-differs',
    'not-released',
    'not-deployed',
    'not-in-git',
    'unknown',
  ],
  rollout: ['healthy', 'progressing', 'degraded', 'suspended', 'unknown'],
} as const satisfies {
  drift: ReadonlyArray<Deployment['drift']>;
  rollout: ReadonlyArray<Deployment['health']['rollout']>;
};
