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
import { worstFirst } from './worstFirst';

function deployment(
  environment: string,
  drift: Deployment['drift'],
  rollout: Deployment['health']['rollout'],
  serving: Deployment['health']['serving'],
) {
  return { environment, drift, health: { rollout, serving } } as Deployment;
}

describe('worstFirst', () => {
  it('puts what does not serve before what is broken, behind, and well', () => {
    const order = worstFirst([
      deployment('well', 'in-sync', 'healthy', 'serving'),
      deployment('well too', 'in-sync', 'healthy', 'serving'),
      deployment('behind', 'behind', 'healthy', 'serving'),
      deployment('broken', 'in-sync', 'degraded', 'serving'),
      deployment('down', 'in-sync', 'degraded', 'down'),
    ]).map(({ environment }) => environment);
    expect(order).toEqual(['down', 'broken', 'behind', 'well', 'well too']);
  });
});
