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

import { Cell, Link, Text } from '@backstage/ui';
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { driftState } from './driftStates';
import { sourceName } from './sourceNames';
import { State } from './State';
import styles from './DeploymentsTable.module.css';

/**
 * The chart version that git wants and the one that runs, how they differ, and who says something else.
 *
 * @internal
 */
export function VersionCell(props: { deployment: Deployment }) {
  const { deployment } = props;
  const { wanted, deployed, drift, message, unpromoted } = deployment;
  const pin = wanted.lockedVersion ?? wanted.version ?? 'none';
  return (
    <Cell className={styles.cell}>
      <div className={styles.stack}>
        <Text variant="body-medium">
          {pin} → {deployedText(deployment)}
        </Text>
        <State state={driftState(drift)} />
        <span className={styles.secondary}>{message}</span>
        {unpromoted && (
          <span className={styles.secondary}>
            {unpromoted} not promoted yet
          </span>
        )}
        {deployment.disagreements.map(({ source, version, toldBy }) => (
          <span key={`${source} ${version}`} className={styles.secondary}>
            {sourceName(source)} {source === 'labels' ? 'say' : 'says'}{' '}
            {version} ({toldBy}).
          </span>
        ))}
        <span className={styles.secondary}>
          {deployed?.appVersion && <>App {deployed.appVersion} · </>}
          <Pin deployment={deployment} />
        </span>
      </div>
    </Cell>
  );
}

function deployedText({ deployed, drift }: Deployment): string {
  if (!deployed && drift !== 'unknown') {
    return 'none';
  }
  return deployed?.version ?? 'unknown';
}

function Pin(props: { deployment: Deployment }) {
  const { wanted, environment } = props.deployment;
  const { url, ref } = wanted;
  const commit = wanted.commit?.slice(0, 7) ?? ref;
  return (
    <>
      {ref}{' '}
      {/* An address that the server made, but of data that people write. */}
      {/^https?:\/\//.test(url) ? (
        <Link
          href={url}
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
    </>
  );
}
