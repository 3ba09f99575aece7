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

/** Where a whole environment is down, the nearest ones say it. */
const shownAtMost = 3;

/**
 * What the service depends on that is not well, the first ones in full.
 *
 * @internal
 */
export function UnwellDependencies(props: {
  dependencies: Deployment['unwellDependencies'];
}) {
  const { dependencies } = props;
  const others = dependencies.slice(shownAtMost);
  return (
    <>
      {dependencies.slice(0, shownAtMost).map(({ service, message, path }) => (
        <span key={service} className={styles.secondary}>
          Depends on {path.join(' → ')}, which is not well: {message}
        </span>
      ))}
      {others.length > 0 && (
        <span className={styles.secondary}>
          Not well either: {others.map(({ service }) => service).join(', ')}.
        </span>
      )}
    </>
  );
}
