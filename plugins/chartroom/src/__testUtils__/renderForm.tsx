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

import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { chartroomApiRef } from '../api';
import type { ChartroomApi } from '../api';
import { dependenciesFormField } from '../fields/dependencies';
import { planPreviewFormField } from '../fields/planPreview';
import { platformFormField } from '../fields/platform';
import { serviceNameFormField } from '../fields/serviceName';

const extensions: FieldExtensionOptions<any, any>[] = [
  platformFormField,
  serviceNameFormField,
  dependenciesFormField,
  planPreviewFormField,
].map(({ schema: { schema }, ...field }) => ({ ...field, schema }));

/**
 * Renders fields in the scaffolder's own stepper.
 *
 * @returns What "Create" handed over.
 */
export function renderForm(options: {
  api: ChartroomApi;
  properties: Record<string, any>;
  required?: string[];
  values?: Record<string, any>;
}): { onCreate: jest.Mock } {
  const { api, properties, required = [], values } = options;
  const onCreate = jest.fn(async () => {});
  renderInTestApp(
    <Stepper
      manifest={{
        title: 'Create service',
        steps: [
          {
            title: 'Service',
            schema: { type: 'object', required, properties },
          },
        ],
      }}
      extensions={extensions}
      formProps={{ EXPERIMENTAL_theme: 'bui' }}
      initialState={values}
      onCreate={onCreate}
    />,
    { apis: [[chartroomApiRef, api]] },
  );
  return { onCreate };
}
