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

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import type {
  ClusterFreshness,
  Deployment,
} from '@chartroom/backstage-plugin-chartroom-common';
import { chartroomApiRef } from '../api';
import type { ChartroomApi } from '../api';
import { exampleDeployment } from '../__testUtils__/exampleDeployment';
import { fakeApi } from '../__testUtils__/fakeApi';
import { DeploymentsCard } from './DeploymentsCard';

const refused = (name: string, message: string) =>
  Object.assign(new Error('Request failed'), {
    name: 'ResponseError',
    cause: { name, message },
  });

function renderCard(api: ChartroomApi) {
  renderInTestApp(
    <EntityProvider
      entity={{
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'cart' },
      }}
    >
      <DeploymentsCard />
    </EntityProvider>,
    { apis: [[chartroomApiRef, api]] },
  );
}

function answering(...items: Deployment[]) {
  return fakeApi({ listDeployments: async () => ({ items, clusters: [] }) });
}

function cluster(overrides: Partial<ClusterFreshness>): ClusterFreshness {
  return {
    cluster: 'eu-1',
    recorded: false,
    state: 'live',
    observedAt: new Date(Date.now() - 4 * 60_000).toISOString(),
    sources: [],
    ...overrides,
  };
}

async function row(environment: string) {
  return screen.findByRole('row', { name: new RegExp(`^${environment}`) });
}

describe('DeploymentsCard', () => {
  it('shows each environment with its versions, drift, health and evidence, in the order that the server gives', async () => {
    const api = answering(
      exampleDeployment({
        environment: 'prod',
        drift: 'behind',
        message: 'Git wants 1.4.0, version 1.3.2 runs.',
        deployed: {
          version: '1.3.2',
          certainty: 'source',
          source: 'helm',
          toldBy: 'Secret shop/sh.helm.release.v1.shop.v3',
        },
      }),
      exampleDeployment(),
    );
    renderCard(api);
    const dev = await row('dev');
    expect(api.listDeployments).toHaveBeenCalledWith({
      entityRef: 'component:default/cart',
    });
    expect(dev).toHaveTextContent('1.4.0 → 1.4.0');
    expect(dev).toHaveTextContent('App 2.1.0');
    expect(dev).toHaveTextContent('In syncVersion 1.4.0 runs, as git wants.');
    expect(dev).toHaveTextContent('HealthyServing 2/2');
    expect(dev).toHaveTextContent('Labels Confirmed 5 minutes ago');
    expect(
      within(dev).getByRole('link', {
        name: /The pin for dev at commit 4be02f1/,
      }),
    ).toHaveAttribute('href', exampleDeployment().wanted.url);
    expect(within(dev).getByText('5 minutes ago')).toHaveAttribute('dateTime');
    const prod = await row('prod');
    expect(prod).toHaveTextContent('1.4.0 → 1.3.2');
    expect(prod).toHaveTextContent('Behind git');
    expect(prod).toHaveTextContent('Helm from the rendered manifest');
    expect(screen.getAllByRole('row').indexOf(prod)).toBe(1);
    expect(screen.queryByText('How it gets released')).toBeNull();
  });

  it('says why it is not well, what Helm says, and which dependency is not well', async () => {
    renderCard(
      answering(
        exampleDeployment({
          health: {
            rollout: 'degraded',
            serving: 'partial',
            available: 1,
            desired: 2,
            message: 'Container cart of pod cart-1 crashes again and again.',
            reasons: [],
          },
          helm: {
            status: 'failed',
            revision: 5,
            deployedRevision: 4,
            description:
              'Upgrade "shop" failed: Deployment shop/cart not ready',
            updatedAt: new Date(Date.now() - 3 * 60_000).toISOString(),
          },
          unwellDependencies: [
            {
              service: 'redis',
              rollout: 'degraded',
              serving: 'down',
              message: 'No pod of it runs.',
              path: ['catalogue', 'redis'],
            },
          ],
        }),
      ),
    );
    const dev = await row('dev');
    expect(dev).toHaveTextContent('Rollout is broken');
    expect(dev).toHaveTextContent('Serving 1/2');
    expect(dev).toHaveTextContent('crashes again and again');
    expect(dev).toHaveTextContent(
      'Helm: revision 5 failed (3 minutes ago), revision 4 is the last that was deployed: Deployment shop/cart not ready',
    );
    expect(dev).toHaveTextContent(
      'Depends on catalogue → redis, which is not well: No pod of it runs.',
    );
  });

  it('names all dependencies that are not well, and says of the first three why', async () => {
    const unwell = (service: string) => ({
      service,
      rollout: 'unknown' as const,
      serving: 'down' as const,
      message: `Nothing of ${service} runs.`,
      path: [service],
    });
    renderCard(
      answering(
        exampleDeployment({
          unwellDependencies: ['a', 'b', 'c', 'd', 'e'].map(unwell),
        }),
      ),
    );
    const dev = await row('dev');
    expect(dev).toHaveTextContent('Nothing of c runs.Not well either: d, e.');
    expect(dev).not.toHaveTextContent('Nothing of d runs.');
  });

  it('shows what is not promoted yet, and sources that disagree', async () => {
    renderCard(
      answering(
        exampleDeployment({
          unpromoted: '1.5.0',
          disagreements: [
            { source: 'flux', version: '1.3.0', toldBy: 'HelmRelease a/b' },
            { source: 'labels', version: '1.2.0', toldBy: 'Deployment a/c' },
          ],
        }),
      ),
    );
    const dev = await row('dev');
    expect(dev).toHaveTextContent('1.5.0 not promoted yet');
    expect(dev).toHaveTextContent('Flux says 1.3.0 (HelmRelease a/b).');
    expect(dev).toHaveTextContent('Labels say 1.2.0 (Deployment a/c).');
  });

  it.each([
    [
      { state: 'unreachable', message: 'Connection refused.' },
      /eu-1 does not answer.*Connection refused.*Last seen.*4 minutes ago/,
    ],
    [
      { state: 'partial', message: 'list pods is forbidden' },
      /eu-1 is read in part.*list pods is forbidden\. Last seen/,
    ],
    [{ state: 'starting', observedAt: undefined }, /eu-1 is being read/],
    [
      { state: 'copy' },
      /what was known before the portal started.*4 minutes ago/,
    ],
    [{ recorded: true }, /eu-1 is a recording.*recorded.*4 minutes ago/],
  ] as Array<[Partial<ClusterFreshness>, RegExp]>)(
    'says of a cluster %j what to know before believing the table',
    async (overrides, text) => {
      renderCard(
        fakeApi({
          listDeployments: async () => ({
            items: [
              exampleDeployment({ stale: overrides.state === 'unreachable' }),
            ],
            clusters: [cluster(overrides)],
          }),
        }),
      );
      await row('dev');
      expect(
        screen.getByText(/Cluster eu-1/).closest('.bui-Alert'),
      ).toHaveTextContent(text);
    },
  );

  it('marks what is stale', async () => {
    renderCard(answering(exampleDeployment({ stale: true })));
    expect(await row('dev')).toHaveTextContent(
      'Stale, last confirmed 5 minutes ago',
    );
  });

  it('says of what could not be read that it is unknown, and not that there is none', async () => {
    renderCard(
      answering(
        exampleDeployment({
          deployed: undefined,
          drift: 'unknown',
          message: 'The environment names no cluster.',
          observedAt: undefined,
        }),
      ),
    );
    const dev = await row('dev');
    expect(dev).toHaveTextContent('1.4.0 → unknown');
    expect(dev).toHaveTextContent('not read');
  });

  it('says once that it is scaled to zero', async () => {
    const { health } = exampleDeployment();
    renderCard(
      answering(
        exampleDeployment({
          health: { ...health, serving: 'scaled-to-zero', desired: 0 },
        }),
      ),
    );
    await row('dev');
    expect(screen.getAllByText('Scaled to zero')).toHaveLength(1);
  });

  it('explains what a service that is not released waits for', async () => {
    renderCard(
      answering(
        exampleDeployment({
          deployed: undefined,
          drift: 'not-released',
          message: 'No image has been released yet.',
        }),
      ),
    );
    expect(await screen.findByText('Created, not released')).toBeVisible();
    expect(screen.getByText('How it gets released')).toBeVisible();
    expect(screen.getByText('chartroom release')).toBeVisible();
    expect(await row('dev')).toHaveTextContent('1.4.0 → none');
  });

  it('shows states that it does not know as not known', async () => {
    const health = { ...exampleDeployment().health, rollout: 'levitating' };
    renderCard(
      answering({
        ...exampleDeployment({ message: 'It floats.' }),
        ...({ drift: 'levitating', health } as object),
      }),
    );
    expect(await screen.findByText('Not known what runs')).toBeVisible();
    expect(screen.getByText('Health not known')).toBeVisible();
    expect(screen.getByText('It floats.')).toBeVisible();
  });

  it('links to web addresses alone', async () => {
    const { wanted } = exampleDeployment();
    renderCard(
      answering(
        exampleDeployment({
          // eslint-disable-next-line no-script-url -- the address under test
          wanted: { ...wanted, url: 'javascript:alert(1)' },
        }),
      ),
    );
    expect(await row('dev')).toHaveTextContent('4be02f1');
    expect(screen.queryByRole('link', { name: /pin/ })).toBeNull();
  });

  it('says where environments come from when there are none', async () => {
    renderCard(answering());
    expect(
      await screen.findByText(/The platform has no environments yet/),
    ).toBeVisible();
  });

  it('says what went wrong in the server’s words, and tries again', async () => {
    const api = answering(exampleDeployment());
    api.listDeployments.mockRejectedValueOnce(
      refused(
        'NotFoundError',
        'No platform has a service that stands behind it.',
      ),
    );
    renderCard(api);
    expect(await screen.findByText(/No platform has a service/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('In sync')).toBeVisible();
  });

  it('says whom to ask where the person may not see it, and does not offer to try again', async () => {
    const api = answering();
    api.listDeployments.mockRejectedValue(
      refused(
        'NotAllowedError',
        'You may not read the deployments of robot-shop',
      ),
    );
    renderCard(api);
    expect(
      await screen.findByText(/You may not read the deployments of robot-shop/),
    ).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
  });

  it('has git read again on request, and keeps the last answer where that fails', async () => {
    const api = answering(exampleDeployment());
    renderCard(api);
    await screen.findByText('In sync');
    api.listDeployments.mockResolvedValue({
      items: [
        exampleDeployment({ drift: 'not-deployed', message: 'Nothing runs.' }),
      ],
      clusters: [],
    });
    const refresh = screen.getByRole('button', { name: 'Refresh deployments' });
    await userEvent.click(refresh);
    expect(await screen.findByText('Not deployed')).toBeVisible();
    expect(api.refreshDeployments).toHaveBeenCalledWith({
      platform: 'robot-shop',
    });
    api.refreshDeployments.mockRejectedValueOnce(new Error('Git is away.'));
    await userEvent.click(refresh);
    expect(await screen.findByText('Git is away.')).toBeVisible();
    expect(screen.getByText('Not deployed')).toBeVisible();
  });

  it('goes on showing what runs to those who may not have git read again', async () => {
    const api = answering(exampleDeployment());
    renderCard(api);
    await screen.findByText('In sync');
    api.refreshDeployments.mockRejectedValueOnce(
      refused('NotAllowedError', 'You may not have robot-shop read again'),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Refresh deployments' }),
    );
    expect(await screen.findByText('Git was not read again')).toBeVisible();
    expect(
      screen.getByText('You may not have robot-shop read again'),
    ).toBeVisible();
    expect(screen.getByText('In sync')).toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: 'Refresh deployments' }),
    );
    await waitFor(() =>
      expect(screen.queryByText('Git was not read again')).toBeNull(),
    );
  });
});
