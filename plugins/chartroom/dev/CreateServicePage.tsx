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

import { useState } from 'react';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { Card, CardBody, Container } from '@backstage/ui';
import { Stepper } from '@backstage/plugin-scaffolder-react/alpha';
import { dependenciesFormField } from '../src/fields/dependencies';
import { planPreviewFormField } from '../src/fields/planPreview';
import { platformFormField } from '../src/fields/platform';
import { serviceNameFormField } from '../src/fields/serviceName';

const manifest = {
  title: 'Create service',
  steps: [
    {
      title: 'Service',
      schema: {
        type: 'object',
        required: ['platform', 'name', 'owner', 'language'],
        properties: {
          platform: {
            title: 'Platform',
            type: 'string',
            'ui:field': 'ChartroomPlatform',
          },
          name: {
            title: 'Name',
            type: 'string',
            'ui:field': 'ChartroomServiceName',
            'ui:hideError': true,
          },
          description: { title: 'Description', type: 'string' },
          owner: {
            title: 'Owner',
            type: 'string',
            enum: ['group:default/shop', 'group:default/payments'],
          },
          language: {
            title: 'Language',
            type: 'string',
            enum: ['node', 'java', 'python', 'go', 'php'],
          },
          port: { title: 'Port', type: 'integer', default: 8080 },
          exposed: { title: 'Exposed', type: 'boolean', default: false },
          dependencies: {
            title: 'Dependencies',
            type: 'array',
            items: { type: 'object' },
            'ui:field': 'ChartroomDependencies',
          },
          preview: {
            title: 'Preview',
            type: 'string',
            'ui:field': 'ChartroomPlanPreview',
          },
        },
      },
    },
  ],
};

const fields: FieldExtensionOptions<any, any>[] = [
  platformFormField,
  serviceNameFormField,
  dependenciesFormField,
  planPreviewFormField,
].map(({ schema: { schema }, ...field }) => ({ ...field, schema }));

/**
 * The form of "Create service" with the stepper of the real scaffolder.
 */
export function CreateServicePage() {
  const [created, setCreated] = useState<unknown>();
  return (
    <Container>
      <Card>
        <CardBody>
          <Stepper
            manifest={manifest}
            formProps={{ EXPERIMENTAL_theme: 'bui' }}
            extensions={fields}
            onCreate={async values => setCreated(values)}
          />
          {created !== undefined && (
            <pre>{JSON.stringify(created, undefined, 2)}</pre>
          )}
        </CardBody>
      </Card>
    </Container>
  );
}
