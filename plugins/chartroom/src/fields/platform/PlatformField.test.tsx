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

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeApi } from '../../__testUtils__/fakeApi';
import { renderForm } from '../../__testUtils__/renderForm';

const properties = {
  platform: { type: 'string', 'ui:field': 'ChartroomPlatform' },
};

const platform = {
  system: 'shop',
  url: 'https://git.example.com/shop/platform',
  mode: 'commit' as const,
  languages: ['node'],
  publisher: 'portal' as const,
};

describe('ChartroomPlatform', () => {
  it('chooses the only platform from the start', async () => {
    const { onCreate } = renderForm({ api: fakeApi(), properties });
    await screen.findByRole('button', { name: /robot-shop.*Platform/ });

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith({ platform: 'robot-shop' });
  });

  it('offers a choice by keyboard where there are more', async () => {
    const api = fakeApi({
      listPlatforms: async () => [
        { ...platform, name: 'robot-shop' },
        { ...platform, name: 'warehouse' },
      ],
    });
    renderForm({ api, properties });
    const select = await screen.findByRole('button', {
      name: /Choose a platform/,
    });

    await userEvent.tab();
    expect(select).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('option', { name: /warehouse/ });
    await userEvent.keyboard('{ArrowDown}{Enter}');
    expect(
      await screen.findByRole('button', { name: /warehouse/ }),
    ).toBeInTheDocument();
  });

  it('says what went wrong in the server’s words, and tries again', async () => {
    const api = fakeApi();
    api.listPlatforms.mockRejectedValueOnce(new Error('The forge is down.'));
    renderForm({ api, properties });
    expect(await screen.findByText('The forge is down.')).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: /robot-shop/ }),
      ).toBeInTheDocument(),
    );
  });

  it('explains how a platform is configured where there is none', async () => {
    renderForm({
      api: fakeApi({ listPlatforms: async () => [] }),
      properties,
    });
    expect(
      await screen.findByText('No platform is configured'),
    ).toBeInTheDocument();
  });
});
