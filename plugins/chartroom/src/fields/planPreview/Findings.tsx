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
import type {
  Finding,
  FindingSeverity,
} from '@chartroom/backstage-plugin-chartroom-common';
import styles from './Findings.module.css';

const statusOf = {
  error: 'danger',
  warning: 'warning',
  info: 'info',
} as const;

const titleOf: Record<FindingSeverity, string> = {
  error: 'This cannot be created',
  warning: 'Worth a look',
  info: 'Good to know',
};

/**
 * What a plan found, the most serious first; nothing where it found nothing.
 *
 * @internal
 */
export function Findings(props: { findings: readonly Finding[] }) {
  const severities: FindingSeverity[] = ['error', 'warning', 'info'];
  return (
    <>
      {severities.map(severity => {
        const findings = props.findings.filter(
          finding => finding.severity === severity,
        );
        return findings.length === 0 ? null : (
          <Alert
            key={severity}
            status={statusOf[severity]}
            icon
            title={titleOf[severity]}
            description={
              <ul className={styles.list}>
                {findings.map((finding, index) => (
                  <li key={index}>
                    {finding.message} {finding.fix}{' '}
                    <code className={styles.place}>{placeOf(finding)}</code>
                  </li>
                ))}
              </ul>
            }
          />
        );
      })}
    </>
  );
}

function placeOf(finding: Finding): string {
  return finding.line === undefined
    ? finding.file
    : `${finding.file}:${finding.line}`;
}
