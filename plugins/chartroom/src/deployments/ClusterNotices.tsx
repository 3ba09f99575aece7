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

import { Alert } from '@backstage/ui';
import type { ClusterFreshness } from '@chartroom/backstage-plugin-chartroom-common';
import { ObservedAt } from './ObservedAt';

/**
 * What a person should know about the clusters before they believe the table: those that are not fully read, and those that
 * are recordings.
 *
 * @internal
 */
export function ClusterNotices(props: {
  clusters: readonly ClusterFreshness[];
}) {
  return (
    <>
      {props.clusters.map(cluster => (
        <Notice key={cluster.cluster} cluster={cluster} />
      ))}
    </>
  );
}

const titles: Partial<Record<ClusterFreshness['state'], string>> = {
  starting: 'is being read',
  partial: 'is read in part',
  unreachable: 'does not answer',
  copy: 'is being read; this is what was known before the portal started',
};

function Notice(props: { cluster: ClusterFreshness }) {
  const { cluster, recorded, state, message, observedAt } = props.cluster;
  const age = observedAt && <ObservedAt at={observedAt} />;
  if (recorded) {
    return (
      <Alert
        status="info"
        icon
        title={`Cluster ${cluster} is a recording`}
        description={<>It was recorded {age}, and does not change.</>}
      />
    );
  }
  const title = titles[state];
  return title === undefined ? null : (
    <Alert
      status={state === 'unreachable' ? 'warning' : 'info'}
      icon
      title={`Cluster ${cluster} ${title}`}
      description={
        <>
          {message && asSentence(message)} {age && <>Last seen {age}.</>}
        </>
      }
    />
  );
}

/** The server's reasons are clauses: one may be all that there is, and here another sentence follows. */
function asSentence(message: string): string {
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
