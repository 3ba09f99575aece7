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

import { Link, Text } from '@backstage/ui';
import type { Deployment } from '../api';
import styles from './DeploymentsTable.module.css';

/**
 * The version that git wants, with a link to the line that says so.
 *
 * @internal
 */
export function WantedVersion(props: { deployment: Deployment }) {
  const { wantedVersion, source, environment } = props.deployment;
  const commit = source.commit.slice(0, 7);
  return (
    <>
      <Text variant="body-medium">{wantedVersion ?? 'none'}</Text>
      <span className={styles.secondary}>
        {/* An address that the server made, but of data that people write. */}
        {/^https?:\/\//.test(source.url) ? (
          <Link
            href={source.url}
            target="_blank"
            rel="noreferrer"
            variant="body-small"
            aria-label={`The pin for ${environment} at commit ${commit}`}
          >
            {commit}
          </Link>
        ) : (
          commit
        )}
      </span>
    </>
  );
}
