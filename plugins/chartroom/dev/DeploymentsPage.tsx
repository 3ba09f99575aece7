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

import { Container, Flex } from '@backstage/ui';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { DeploymentsCard } from '../src/deployments';

/**
 * The card in each of its states: mixed, not released, empty, failed.
 */
export function DeploymentsPage() {
  return (
    <Container>
      <Flex direction="column" gap="6">
        {['cart', 'recommendations', 'lonely', 'unheard-of'].map(name => (
          <EntityProvider
            key={name}
            entity={{
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name,
                annotations: { 'chartroom/service': name },
              },
            }}
          >
            <DeploymentsCard />
          </EntityProvider>
        ))}
      </Flex>
    </Container>
  );
}
