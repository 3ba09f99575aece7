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

import { Cell } from '@backstage/ui';
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { healthState } from './healthStates';
import { servingText } from './servingText';
import { State } from './State';
import styles from './DeploymentsTable.module.css';

/**
 * How well it is, why not, how many pods serve; what Helm says, and what it depends on that is not well.
 *
 * @internal
 */
export function HealthCell(props: { deployment: Deployment }) {
  const { health, helm, unwellDependencies, drift } = props.deployment;
  const isAbsent = drift === 'not-released' || drift === 'not-deployed';
  if (isAbsent && health.reasons.length === 0) {
    return (
      <Cell className={styles.cell}>
        <span className={styles.secondary}>{health.message}</span>
      </Cell>
    );
  }
  return (
    <Cell className={styles.cell}>
      <div className={styles.stack}>
        <State state={healthState(health)} />
        <span className={styles.secondary}>{servingText(health)}</span>
        {health.rollout !== 'healthy' && (
          <span className={styles.secondary}>{health.message}</span>
        )}
        {helm && helm.status !== 'deployed' && <HelmState helm={helm} />}
        {unwellDependencies.map(({ service, message, path }) => (
          <span key={service} className={styles.secondary}>
            Depends on {path.join(' → ')}, which is not well: {message}
          </span>
        ))}
      </div>
    </Cell>
  );
}

function HelmState(props: { helm: NonNullable<Deployment['helm']> }) {
  const { status, revision, deployedRevision, description } = props.helm;
  return (
    <span className={styles.secondary}>
      Helm: revision {revision} {status}
      {description ? `: ${description}` : ''}
      {deployedRevision === undefined
        ? ''
        : `; revision ${deployedRevision} serves`}
    </span>
  );
}
