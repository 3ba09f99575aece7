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

import { screen } from '@testing-library/react';
import {
  createExtensionTester,
  renderInTestApp,
} from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { FormFieldBlueprint } from '@backstage/plugin-scaffolder-react/alpha';
import { chartroomApiRef } from './api';
import { fakeApi } from './__testUtils__/fakeApi';
import { chartroomPlugin } from './plugin';

function entity(annotations: Record<string, string>) {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'cart', annotations },
  };
}

describe('chartroomPlugin', () => {
  it.each([
    ['platform', 'ChartroomPlatform'],
    ['service-name', 'ChartroomServiceName'],
    ['dependencies', 'ChartroomDependencies'],
    ['plan-preview', 'ChartroomPlanPreview'],
  ] as const)('brings form field %s as %s', async (name, field) => {
    const extension = chartroomPlugin.getExtension(
      `scaffolder-form-field:chartroom/${name}`,
    );
    const load = createExtensionTester(extension).get(
      FormFieldBlueprint.dataRefs.formFieldLoader,
    );
    expect(await load()).toMatchObject({ name: field });
  });

  it('brings a card for entities that stand for a service', async () => {
    const tester = createExtensionTester(
      chartroomPlugin.getExtension('entity-card:chartroom/deployments'),
      { apis: [[chartroomApiRef, fakeApi()]] },
    );
    const filter = tester.get(EntityCardBlueprint.dataRefs.filterFunction)!;
    expect(filter(entity({ 'chartroom/service': 'cart' }))).toBe(true);
    expect(filter(entity({}))).toBe(false);

    renderInTestApp(
      <EntityProvider entity={entity({ 'chartroom/service': 'cart' })}>
        {tester.reactElement()}
      </EntityProvider>,
      { apis: [[chartroomApiRef, fakeApi()]] },
    );
    expect(
      await screen.findByRole('heading', { name: 'Deployments' }),
    ).toBeVisible();
  });
});
