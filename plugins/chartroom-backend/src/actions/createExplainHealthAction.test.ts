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

import { cart, openActions } from './__testUtils__/openActions';

describe('explain-health', () => {
  it('gives every reason, the state of the release, and dependencies beside', async () => {
    const { environments } = await openActions([cart]).invoke(
      'explain-health',
      {
        entityRef: 'component:default/cart',
        environment: 'prod',
      },
    );
    expect(environments).toEqual([
      expect.objectContaining({
        environment: 'prod',
        rollout: 'degraded',
        helm: 'Revision 4 is failed; the last that succeeded is revision 3; Upgrade "shop" failed: timed out',
        reasons: [
          expect.objectContaining({
            code: 'CrashLoopBackOff',
            exitCode: 1,
            restarts: 14,
          }),
        ],
        unwellDependencies: [
          {
            service: 'redis',
            path: ['redis'],
            message: 'No pod of it is available.',
          },
        ],
      }),
    ]);
  });

  it('says that there is no such environment', async () => {
    await expect(
      openActions().invoke('explain-health', {
        entityRef: 'component:default/cart',
        environment: 'nowhere',
      }),
    ).rejects.toThrow(
      'The platform of component:default/cart has no environment nowhere: leave it out to see those that there are',
    );
  });
});
