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

import { Text } from '@backstage/ui';
import { AskingFailed } from '../asking';
import { ClusterNotices } from './ClusterNotices';
import { DeploymentsTable } from './DeploymentsTable';
import { HowItGetsReleased } from './HowItGetsReleased';
import { isForbidden } from './isForbidden';
import { NotAllowed } from './NotAllowed';
import { NotReadAgain } from './NotReadAgain';
import type { DeploymentsState } from './useDeployments';

/**
 * What is known of the deployments, whatever state the asking is in. An answer that was had stays when a later one fails.
 *
 * @internal
 */
export function DeploymentsContent(props: { deployments: DeploymentsState }) {
  const { answer, error, refreshError, refresh } = props.deployments;
  if (isForbidden(error)) {
    return <NotAllowed error={error} />;
  }
  const failed = error !== undefined && (
    <AskingFailed
      title={
        answer
          ? 'The deployments could not be read again; these are the last that were'
          : 'The deployments could not be read'
      }
      error={error}
      onRetry={refresh}
    />
  );
  if (failed && !answer) {
    return failed;
  }
  if (answer?.items.length === 0) {
    return (
      <Text color="secondary">
        The platform has no environments yet. They are listed under{' '}
        <code>environments</code> in its <code>service-matrix.yaml</code>.
      </Text>
    );
  }
  return (
    <>
      {failed}
      {refreshError && <NotReadAgain error={refreshError} />}
      <ClusterNotices clusters={answer?.clusters ?? []} />
      <DeploymentsTable deployments={answer?.items} />
      {answer?.items.some(({ drift }) => drift === 'not-released') && (
        <HowItGetsReleased />
      )}
    </>
  );
}
