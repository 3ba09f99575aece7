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
  name: { type: 'string', title: 'Name' },
  preview: { type: 'string', 'ui:field': 'ChartroomPlanPreview' },
};
const values = {
  platform: 'robot-shop',
  name: 'recommendations',
  owner: 'group:default/shop',
  language: 'node',
  port: 8080,
  dependencies: [{ name: 'redis' }],
};

const plan = {
  baseCommit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
  planDigest: 'sha256:0c5f',
  findings: [
    {
      rule: 'matrix-tier-order',
      severity: 'warning' as const,
      file: 'service-matrix.yaml',
      line: 31,
      message: 'recommendations calls web, which is a tier above.',
      fix: 'Let web call it instead.',
    },
  ],
  files: [
    {
      repository: 'service' as const,
      path: 'catalog-info.yaml',
      kind: 'create' as const,
    },
    {
      repository: 'platform' as const,
      path: 'service-matrix.yaml',
      kind: 'update' as const,
      diff: '@@ -1,2 +1,2 @@\n-  - name: old\n+  - name: recommendations\n',
    },
  ],
};

describe('ChartroomPlanPreview', () => {
  it('says what the form still needs, and asks nothing', async () => {
    const api = fakeApi();
    renderForm({ api, properties, values: { name: 'Not valid' } });
    expect(
      await screen.findByText(
        'Needs a platform, a name, an owner and a language first.',
      ),
    ).toBeInTheDocument();
    expect(api.planService).not.toHaveBeenCalled();
  });

  it('shows the files of both repositories, what changes, and the findings', async () => {
    const api = fakeApi({ planService: async () => plan });
    renderForm({ api, properties, values });
    expect(await screen.findByText('2 files, 1 warning')).toBeInTheDocument();
    expect(api.planService).toHaveBeenCalledWith({
      platform: 'robot-shop',
      service: {
        name: 'recommendations',
        description: '',
        owner: 'group:default/shop',
        language: 'node',
        port: 8080,
        exposed: false,
        dependencies: [{ name: 'redis' }],
      },
    });

    expect(
      within(
        screen.getByRole('region', { name: 'New repository recommendations' }),
      ).getByRole('listitem'),
    ).toHaveTextContent('catalog-info.yamlnew');
    const platform = within(
      screen.getByRole('region', { name: 'Platform repository robot-shop' }),
    );
    expect(platform.getByRole('listitem')).toHaveTextContent(
      'service-matrix.yamlchanged',
    );
    await userEvent.click(platform.getByText('service-matrix.yaml'));
    expect(
      platform.getByRole('region', { name: 'Changes to service-matrix.yaml' }),
    ).toHaveTextContent('- - name: old+ - name: recommendations');

    expect(screen.getByText('Worth a look')).toBeInTheDocument();
    expect(
      screen.getByText(/recommendations calls web, which is a tier above/),
    ).toHaveTextContent('Let web call it instead. service-matrix.yaml:31');
  });

  it('asks again once the form changes, and only when typing pauses', async () => {
    const api = fakeApi({ planService: async () => plan });
    renderForm({ api, properties, values });
    await screen.findByText('2 files, 1 warning');

    await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), '-two');
    expect(screen.getByText('Updating…')).toBeInTheDocument();
    await screen.findByText('2 files, 1 warning');
    expect(api.planService).toHaveBeenCalledTimes(2);
    expect(api.planService.mock.lastCall?.[0].service.name).toBe(
      'recommendations-two',
    );
  });

  it('says why there is no preview, and tries again', async () => {
    const api = fakeApi();
    api.planService.mockRejectedValueOnce(
      new Error('Helm is not installed, so the plan is not verified.'),
    );
    renderForm({ api, properties, values });
    expect(await screen.findByText(/Helm is not installed/)).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('0 files')).toBeInTheDocument();
  });

  it('can be closed', async () => {
    renderForm({ api: fakeApi(), properties, values });
    const trigger = await screen.findByRole('button', { name: /Preview/ });
    expect(trigger).toHaveAttribute('aria-expanded', 'true');
    await userEvent.click(trigger);
    await waitFor(() =>
      expect(trigger).toHaveAttribute('aria-expanded', 'false'),
    );
  });

  it('adds nothing to what is created', async () => {
    const { onCreate } = renderForm({ api: fakeApi(), properties, values });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Review' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    expect(onCreate).toHaveBeenCalledWith(values);
  });
});
