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

import { ButtonIcon, Flex } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { DeploymentsContent } from './DeploymentsContent';
import { useDeployments } from './useDeployments';

/**
 * Entity card: which version of the service git wants in each environment, which one runs, how that is known and how well it is.
 *
 * @internal
 */
export function DeploymentsCard() {
  const { entity } = useEntity();
  const deployments = useDeployments({
    entityRef: stringifyEntityRef(entity),
  });
  return (
    <EntityInfoCard
      title="Deployments"
      headerActions={
        <ButtonIcon
          aria-label="Refresh deployments"
          variant="tertiary"
          size="small"
          icon={<RiRefreshLine />}
          onPress={deployments.refresh}
        />
      }
    >
      <Flex direction="column" gap="3">
        <DeploymentsContent deployments={deployments} />
      </Flex>
    </EntityInfoCard>
  );
}
