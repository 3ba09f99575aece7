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

import type { Deployment } from './Deployment';

/**
 * Orders deployments by how much somebody should look at them: what does not serve, what is broken, what differs from
 * git, what is not known; the rest in the order of their environments.
 *
 * @public
 */
export function worstFirst(deployments: readonly Deployment[]): Deployment[] {
  return [...deployments].sort((one, other) => severity(other) - severity(one));
}

const ofDrift: Record<Deployment['drift'], number> = {
  'not-deployed': 50,
  'not-in-git': 30,
  behind: 20,
  ahead: 20,
  'lock-differs': 15,
  unknown: 10,
  'not-released': 2,
  'in-sync': 0,
};
const ofRollout: Record<Deployment['health']['rollout'], number> = {
  degraded: 60,
  progressing: 25,
  unknown: 5,
  suspended: 3,
  healthy: 0,
};
const ofServing: Record<Deployment['health']['serving'], number> = {
  down: 100,
  partial: 40,
  'scaled-to-zero': 1,
  'not-applicable': 0,
  serving: 0,
};

function severity({ drift, health }: Deployment): number {
  return ofDrift[drift] + ofRollout[health.rollout] + ofServing[health.serving];
}
