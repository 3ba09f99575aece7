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
import { ObservedAt } from './ObservedAt';
import { sourceName } from './sourceNames';
import styles from './DeploymentsTable.module.css';

const certainties: Record<string, string> = {
  source: 'from the rendered manifest',
  lock: 'from the packaged lock',
  range: 'a range',
};

/**
 * Who says so, and when it was last confirmed.
 *
 * @internal
 */
export function EvidenceCell(props: { deployment: Deployment }) {
  const { deployed, observedAt, stale, recorded } = props.deployment;
  return (
    <Cell className={styles.cell}>
      <div className={styles.stack}>
        {deployed && (
          <span title={deployed.toldBy}>
            {sourceName(deployed.source)}{' '}
            <span className={styles.secondary}>{certaintyOf(deployed)}</span>
          </span>
        )}
        <span className={styles.secondary}>
          {observedAt ? (
            <>
              {howObserved({ recorded, stale })} <ObservedAt at={observedAt} />
            </>
          ) : (
            'not read'
          )}
        </span>
      </div>
    </Cell>
  );
}

function certaintyOf({
  source,
  certainty,
}: NonNullable<Deployment['deployed']>): string | undefined {
  if (certainty === 'label') {
    return source === 'labels' ? undefined : 'from a label';
  }
  return certainty && certainties[certainty];
}

function howObserved(deployment: { recorded: boolean; stale: boolean }) {
  if (deployment.recorded) {
    return 'Recorded';
  }
  return deployment.stale ? 'Stale, last confirmed' : 'Confirmed';
}
