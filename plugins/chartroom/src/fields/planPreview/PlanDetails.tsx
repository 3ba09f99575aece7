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
import type { PlannedFile, PlanPreview } from '../../api';
import { Findings } from './Findings';
import { PlannedFileRow } from './PlannedFileRow';
import styles from './PlanDetails.module.css';

/**
 * A plan's findings and its files in both repositories.
 *
 * @internal
 */
export function PlanDetails(props: {
  plan: PlanPreview;
  serviceName: string;
  platform: string;
}) {
  const { plan, serviceName, platform } = props;
  return (
    <>
      <Findings findings={plan.findings} />
      <Repository
        title={`New repository ${serviceName}`}
        files={plan.files.filter(file => file.repository === 'service')}
      />
      <Repository
        title={`Platform repository ${platform}`}
        files={plan.files.filter(file => file.repository === 'platform')}
      />
    </>
  );
}

function Repository(props: { title: string; files: readonly PlannedFile[] }) {
  const { title, files } = props;
  if (files.length === 0) {
    return null;
  }
  return (
    <section aria-label={title}>
      <Text as="h4" variant="body-medium" weight="bold">
        {title}
      </Text>
      <ul className={styles.files}>
        {files.map(file => (
          <li key={file.path}>
            <PlannedFileRow file={file} />
          </li>
        ))}
      </ul>
    </section>
  );
}
