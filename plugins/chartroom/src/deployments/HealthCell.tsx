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
import { HelmState } from './HelmState';
import { servingText } from './servingText';
import { State } from './State';
import { UnwellDependencies } from './UnwellDependencies';
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
  const state = healthState(health);
  const serving = servingText(health);
  return (
    <Cell className={styles.cell}>
      <div className={styles.stack}>
        <State state={state} />
        {serving && serving !== state.label && (
          <span className={styles.secondary}>{serving}</span>
        )}
        {health.rollout !== 'healthy' && (
          <span className={styles.secondary}>{health.message}</span>
        )}
        {helm && helm.status !== 'deployed' && <HelmState helm={helm} />}
        <UnwellDependencies dependencies={unwellDependencies} />
      </div>
    </Cell>
  );
}
