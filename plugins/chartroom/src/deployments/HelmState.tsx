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

import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import styles from './DeploymentsTable.module.css';
import { ObservedAt } from './ObservedAt';

/**
 * What Helm says of a release whose newest revision is not the one that it holds for deployed: one that failed, or one that is
 * pending, for seconds or since an upgrade was cut off.
 *
 * @internal
 */
export function HelmState(props: { helm: NonNullable<Deployment['helm']> }) {
  const { status, revision, deployedRevision, description, updatedAt } =
    props.helm;
  return (
    <span className={styles.secondary}>
      Helm: revision {revision} {status}
      {updatedAt && (
        <>
          {' '}
          (<ObservedAt at={updatedAt} />)
        </>
      )}
      {deployedRevision !== undefined &&
        `, revision ${deployedRevision} is the last that was deployed`}
      {description && `: ${withoutHeading(description)}`}
    </span>
  );
}

/** Helm begins with what is said already: `Upgrade "shop" failed: `. */
function withoutHeading(description: string): string {
  return description.replace(/^\w+ "[^"]*" failed: /, '');
}
