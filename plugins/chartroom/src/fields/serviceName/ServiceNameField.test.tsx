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

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { NameAvailability } from '../../api';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { renderForm } from '../../__testUtils__/renderForm';

const properties = {
  name: {
    type: 'string',
    'ui:field': 'ChartroomServiceName',
    'ui:hideError': true,
  },
};
const values = { platform: 'robot-shop', owner: 'group:default/shop' };
const taken = '"cart" is taken: it is a service of robot-shop.';

async function nameInput() {
  return screen.findByRole('textbox', { name: /^Name/ });
}

describe('ChartroomServiceName', () => {
  it('refuses a malformed name at once, without asking', async () => {
    const api = fakeApi();
    renderForm({ api, properties, values });
    const input = await nameInput();
    await userEvent.type(input, 'Cart_1');

    expect(screen.getByRole('status')).toHaveTextContent(
      '"Cart_1" cannot be the name of a service',
    );
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(
      expect.stringContaining('"Cart_1" cannot be the name of a service'),
    );
    expect(api.checkName).not.toHaveBeenCalledWith(
      expect.objectContaining({ name: 'Cart_1' }),
    );
  });

  it('says that it checks, then that the name is available', async () => {
    const api = fakeApi();
    renderForm({ api, properties, values });
    await userEvent.type(await nameInput(), 'recommendations');

    const status = screen.getByRole('status');
    expect(status).toHaveTextContent('Checking recommendations…');
    await waitFor(() =>
      expect(status).toHaveTextContent('recommendations is available.'),
    );
    expect(await nameInput()).toBeValid();
    expect(api.checkName).toHaveBeenCalledTimes(1);
    expect(api.checkName).toHaveBeenCalledWith({
      platform: 'robot-shop',
      name: 'recommendations',
      owner: 'group:default/shop',
    });
  });

  it('says why a name is not available, and stops the form with the same words', async () => {
    const api = fakeApi({
      checkName: async ({ name }) => ({
        name,
        available: false,
        reason: taken,
      }),
    });
    renderForm({ api, properties, values });
    await userEvent.type(await nameInput(), 'cart');
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(taken),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await waitFor(() =>
      expect(screen.getAllByText(taken, { exact: false })).toHaveLength(2),
    );
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('lets an available name pass', async () => {
    const { onCreate } = renderForm({ api: fakeApi(), properties, values });
    await userEvent.type(await nameInput(), 'recommendations');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({
      ...values,
      name: 'recommendations',
    });
  });

  it('never lets a slow answer to an older name overwrite a newer one', async () => {
    const answers = new Map<string, (answer: NameAvailability) => void>();
    const api = fakeApi({
      checkName: ({ name }) =>
        new Promise<NameAvailability>(resolve => answers.set(name, resolve)),
    });
    renderForm({ api, properties, values });
    const input = await nameInput();
    const status = screen.getByRole('status');

    await userEvent.type(input, 'cart');
    await waitFor(() => expect(answers.has('cart')).toBe(true));
    await userEvent.type(input, 'ography');
    await waitFor(() => expect(answers.has('cartography')).toBe(true));

    await act(async () =>
      answers.get('cartography')!({ name: 'cartography', available: true }),
    );
    expect(status).toHaveTextContent('cartography is available.');
    await act(async () =>
      answers.get('cart')!({ name: 'cart', available: false, reason: taken }),
    );
    expect(status).toHaveTextContent('cartography is available.');
  });

  it('asks for a platform first', async () => {
    const api = fakeApi();
    renderForm({ api, properties });
    await userEvent.type(await nameInput(), 'recommendations');
    expect(screen.getByRole('status')).toHaveTextContent('Choose a platform');
    expect(api.checkName).not.toHaveBeenCalled();
  });

  it('says when the name could not be checked, and does not go on', async () => {
    const api = fakeApi({
      checkName: async () => {
        throw new Error('The forge is down.');
      },
    });
    renderForm({ api, properties, values });
    await userEvent.type(await nameInput(), 'recommendations');
    const words = 'The name could not be checked: The forge is down.';
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(words),
    );

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await waitFor(() =>
      expect(screen.getAllByText(words, { exact: false })).toHaveLength(2),
    );
  });
});
