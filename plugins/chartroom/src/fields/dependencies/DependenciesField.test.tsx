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
import { fakeApi } from '../../__testUtils__/fakeApi';
import { renderForm } from '../../__testUtils__/renderForm';

const properties = {
  dependencies: {
    type: 'array',
    items: { type: 'object' },
    'ui:field': 'ChartroomDependencies',
  },
};
const values = { platform: 'robot-shop' };

async function openSelect() {
  const select = await screen.findByRole('button', { name: /Dependencies/ });
  await waitFor(() => expect(select).toBeEnabled());
  await userEvent.click(select);
  await screen.findByRole('listbox');
  return select;
}

async function create() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('ChartroomDependencies', () => {
  it('shows services and backing services with their type and tier', async () => {
    renderForm({ api: fakeApi(), properties, values });
    await openSelect();
    expect(
      within(screen.getByRole('group', { name: 'Services' }))
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'cartnode service · backend · port 8080',
      'dispatchgo service · backend · no port',
    ]);
    expect(
      within(screen.getByRole('group', { name: 'Backing services' }))
        .getAllByRole('option')
        .map(option => option.textContent),
    ).toEqual([
      'sessionsredis · database · port 6379',
      'rabbitmqrabbitmq · messaging · port 5672',
    ]);
  });

  it('does not offer the service itself', async () => {
    renderForm({
      api: fakeApi(),
      properties,
      values: { ...values, name: 'cart' },
    });
    await openSelect();
    expect(screen.queryByRole('option', { name: /cart/ })).toBeNull();
    expect(screen.getByRole('option', { name: /dispatch/ })).toBeVisible();
  });

  it('searches by engine and chooses several by keyboard', async () => {
    const { onCreate } = renderForm({ api: fakeApi(), properties, values });
    await openSelect();
    await userEvent.keyboard('redis');
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    await userEvent.keyboard('{Enter}{Backspace>5/}messaging{Enter}');
    await userEvent.keyboard('{Escape}{Escape}');

    const chosen = await screen.findByRole('grid', {
      name: 'Chosen dependencies',
    });
    expect(
      within(chosen)
        .getAllByRole('row')
        .map(row => row.textContent),
    ).toEqual(['sessions (redis)', 'rabbitmq']);
    await create();
    expect(onCreate).toHaveBeenCalledWith({
      ...values,
      dependencies: [{ name: 'sessions' }, { name: 'rabbitmq' }],
    });
  });

  it('removes a chosen one, and keeps the rest of another as it was', async () => {
    const { onCreate } = renderForm({
      api: fakeApi(),
      properties,
      values: {
        ...values,
        dependencies: [{ name: 'sessions' }, { name: 'rabbitmq', wait: true }],
      },
    });
    const chosen = await screen.findByRole('grid', {
      name: 'Chosen dependencies',
    });
    const row = await within(chosen).findByRole('row', { name: 'sessions' });
    await userEvent.click(within(row).getByRole('button'));

    await create();
    expect(onCreate).toHaveBeenCalledWith({
      ...values,
      dependencies: [{ name: 'rabbitmq', wait: true }],
    });
  });

  it('points at a chosen one that the platform does not have', async () => {
    renderForm({
      api: fakeApi(),
      properties,
      values: { ...values, dependencies: [{ name: 'kafka' }] },
    });
    expect(
      await screen.findByText(/robot-shop has nothing else called kafka/),
    ).toBeInTheDocument();
  });

  it('asks for a platform first', async () => {
    const api = fakeApi();
    renderForm({ api, properties });
    expect(
      await screen.findByRole('button', { name: /Choose a platform first/ }),
    ).toBeDisabled();
    expect(api.getPlatform).not.toHaveBeenCalled();
  });

  it('says that an empty platform has nothing to depend on', async () => {
    const empty = { name: 'new', system: 'new', url: '', services: [] };
    renderForm({
      api: fakeApi({
        getPlatform: async () => ({ ...empty, findings: [] }),
      }),
      properties,
      values,
    });
    expect(await screen.findByText(/nothing to depend on/)).toBeInTheDocument();
  });

  it('says what went wrong, and tries again', async () => {
    const api = fakeApi();
    api.getPlatform.mockRejectedValueOnce(
      new Error('service-matrix.yaml has two services called cart.'),
    );
    renderForm({ api, properties, values });
    expect(
      await screen.findByText(/two services called cart/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await openSelect();
    expect(screen.getAllByRole('option')).toHaveLength(4);
  });
});
