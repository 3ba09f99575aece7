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

import { cart, credentials, openActions } from './__testUtils__/openActions';

describe('get-deployments', () => {
  it('tells each deployment in words that can be quoted, with the age of the evidence', async () => {
    const { invoke, asked } = openActions();
    const output = await invoke('get-deployments', {
      environment: 'prod',
      limit: 1,
    });
    expect(output).toEqual({
      deployments: [
        {
          id: 'cart-prod',
          platform: 'shop',
          service: 'cart',
          environment: 'prod',
          cluster: 'eu-1',
          namespace: 'shop',
          wantedVersion: '1.2.0',
          deployedVersion: '1.1.0',
          drift: 'behind',
          rollout: 'degraded',
          serving: 'partial',
          stale: false,
          recorded: false,
          inWords:
            'cart in prod (cluster eu-1, namespace shop): git wants 1.2.0, 1.1.0 runs; drift behind. It runs 1.1.0, and git wants 1.2.0. Health: rollout degraded, partial, 1 of 2 pods available. Container cart of pod cart-1 crashes again and again. Dependencies that are unwell: redis (No pod of it is available.). Confirmed 7 seconds ago, from helm and labels.',
        },
      ],
      clusters: [{ cluster: 'eu-1', state: 'live' }],
      nextCursor: '1',
    });
    expect(asked).toEqual([
      expect.objectContaining({
        filter: expect.objectContaining({ environment: ['prod'] }),
        limit: 1,
        credentials,
      }),
    ]);
  });

  it('asks about one service where an entity is given', async () => {
    const { invoke, asked } = openActions();
    const { deployments } = await invoke('get-deployments', {
      entityRef: 'component:default/cart',
    });
    expect(deployments).toHaveLength(3);
    expect(deployments[2].inWords).toContain(
      'nothing is known to run; drift unknown.',
    );
    expect(deployments[2].inWords).toContain('No cluster has confirmed this.');
    expect(asked).toEqual([
      expect.objectContaining({ entityRef: 'component:default/cart' }),
    ]);
  });

  it('says what is stale, and what was recorded', async () => {
    const { invoke } = openActions([
      { ...cart, stale: true },
      { ...cart, recorded: true },
    ]);
    const { deployments } = await invoke('get-deployments', {
      entityRef: 'component:default/cart',
    });
    expect(deployments[0].inWords).toContain('; this is stale');
    expect(deployments[1].inWords).toContain('from a recording of');
  });

  it('refuses what is no drift', async () => {
    await expect(
      openActions().invoke('get-deployments', { drift: 'sideways' }),
    ).rejects.toThrow('Invalid input');
  });
});
