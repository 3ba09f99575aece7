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

import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { chartroomApiRef } from '../api';
import type { ChartroomApi, Deployment } from '../api';
import { fakeApi } from '../__testUtils__/fakeApi';
import { DeploymentsCard } from './DeploymentsCard';

const deployment: Deployment = {
  service: 'cart',
  environment: 'dev',
  wantedVersion: '1.4.0',
  drift: 'in-sync',
  enabled: true,
  message: 'Version 1.4.0 runs.',
  source: {
    url: 'https://git.example.com/shop/robot-shop/Chart.yaml#L31',
    commit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
  },
  observedAt: new Date(Date.now() - 5 * 60_000).toISOString(),
};

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

function answering(...deployments: Deployment[]) {
  return fakeApi({ listDeployments: async () => deployments });
}

describe('DeploymentsCard', () => {
  it('shows each environment with its version, state, pin and age', async () => {
    const api = answering(deployment, {
      ...deployment,
      environment: 'prod',
      drift: 'behind',
      message: 'Git wants 1.4.0, version 1.3.2 runs.',
    });
    renderCard(api);
    const dev = await screen.findByRole('row', { name: /dev/ });
    expect(api.listDeployments).toHaveBeenCalledWith({
      entityRef: 'component:default/cart',
    });
    expect(dev).toHaveTextContent('1.4.0');
    expect(dev).toHaveTextContent('In syncVersion 1.4.0 runs.');
    expect(dev).toHaveTextContent('5 minutes ago');
    expect(
      within(dev).getByRole('link', {
        name: /The pin for dev at commit 4be02f1/,
      }),
    ).toHaveAttribute('href', deployment.source.url);
    expect(within(dev).getByText('5 minutes ago')).toHaveAttribute(
      'dateTime',
      deployment.observedAt,
    );
    expect(screen.getByRole('row', { name: /prod/ })).toHaveTextContent(
      'Behind gitGit wants 1.4.0, version 1.3.2 runs.',
    );
    expect(screen.queryByText('How it gets released')).toBeNull();
  });

  it('explains what a service that is not released waits for', async () => {
    renderCard(
      answering({
        ...deployment,
        drift: 'not-released',
        enabled: false,
        message: 'No image has been released yet.',
      }),
    );
    expect(await screen.findByText('Created, not released')).toBeVisible();
    expect(screen.getByText('How it gets released')).toBeVisible();
    expect(screen.getByText('chartroom release')).toBeVisible();
  });

  it('shows a state that it does not know as not known', async () => {
    renderCard(
      answering({ ...deployment, drift: 'levitating', message: 'It floats.' }),
    );
    expect(await screen.findByText('Not known what runs')).toBeVisible();
    expect(screen.getByText('It floats.')).toBeVisible();
  });

  it('links to web addresses alone', async () => {
    renderCard(
      answering({
        ...deployment,
        // eslint-disable-next-line no-script-url -- the address under test
        source: { ...deployment.source, url: 'javascript:alert(1)' },
      }),
    );
    expect(await screen.findByText('4be02f1')).toBeVisible();
    expect(screen.queryByRole('link', { name: /pin/ })).toBeNull();
  });

  it('says where environments come from when there are none', async () => {
    renderCard(answering());
    expect(
      await screen.findByText(/The platform has no environments yet/),
    ).toBeVisible();
  });

  it('says what went wrong in the server’s words, and tries again', async () => {
    const api = answering(deployment);
    api.listDeployments.mockRejectedValueOnce(
      new Error('No platform has a service that stands behind it.'),
    );
    renderCard(api);
    expect(await screen.findByText(/No platform has a service/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('In sync')).toBeVisible();
  });

  it('reads again on request', async () => {
    const api = answering(deployment);
    renderCard(api);
    await screen.findByText('In sync');
    api.listDeployments.mockResolvedValue([
      { ...deployment, drift: 'not-deployed', message: 'Nothing runs.' },
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: 'Refresh deployments' }),
    );
    expect(await screen.findByText('Not deployed')).toBeVisible();
  });
});
