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

import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Alert, ButtonIcon, Flex, Text } from '@backstage/ui';
import { RiRefreshLine } from '@remixicon/react';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { chartroomApiRef } from '../api';
import { AskingFailed } from '../asking';
import { DeploymentsTable } from './DeploymentsTable';

/**
 * Entity card: which version of the service git wants in each environment, and
 * how far that is from what runs.
 *
 * @internal
 */
export function DeploymentsCard() {
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const api = useApi(chartroomApiRef);
  const deployments = useAsyncRetry(
    () => api.listDeployments({ entityRef }),
    [api, entityRef],
  );

  return (
    <EntityInfoCard
      title="Deployments"
      headerActions={
        <ButtonIcon
          aria-label="Refresh deployments"
          variant="tertiary"
          size="small"
          icon={<RiRefreshLine />}
          isPending={deployments.loading}
          onPress={deployments.retry}
        />
      }
    >
      <Content deployments={deployments} />
    </EntityInfoCard>
  );
}

function Content(props: {
  deployments: ReturnType<
    typeof useAsyncRetry<
      Awaited<ReturnType<typeof chartroomApiRef.T.listDeployments>>
    >
  >;
}) {
  const { value, error, retry } = props.deployments;
  if (error) {
    return (
      <AskingFailed
        title="The deployments could not be read"
        error={error}
        onRetry={retry}
      />
    );
  }
  if (value?.length === 0) {
    return (
      <Text color="secondary">
        The platform has no environments yet. They are listed under{' '}
        <code>environments</code> in its <code>service-matrix.yaml</code>.
      </Text>
    );
  }
  return (
    <Flex direction="column" gap="3">
      <DeploymentsTable deployments={value} />
      {value?.some(({ drift }) => drift === 'not-released') && (
        <Alert
          status="info"
          icon
          title="How it gets released"
          description={
            <>
              The service's own CI builds an image and calls{' '}
              <code>chartroom release</code>. That sets the version and the
              image in the umbrella chart, and switches the service on in the
              first environment. Until then it is switched off everywhere, so
              that a missing image cannot hold up the others.
            </>
          }
        />
      )}
    </Flex>
  );
}
