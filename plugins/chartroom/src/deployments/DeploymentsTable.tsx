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

import { Cell, Table, Text } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type { Deployment } from '../api';
import { DeploymentState } from './DeploymentState';
import { ObservedAt } from './ObservedAt';
import { WantedVersion } from './WantedVersion';
import styles from './DeploymentsTable.module.css';

interface Row {
  readonly id: string;
  readonly deployment: Deployment;
}

const columns: ColumnConfig<Row>[] = [
  {
    id: 'environment',
    label: 'Environment',
    isRowHeader: true,
    width: 125,
    cell: ({ deployment }) => (
      <Cell>
        <Text variant="body-medium">{deployment.environment}</Text>
      </Cell>
    ),
  },
  {
    id: 'wanted',
    label: 'Wanted version',
    width: 160,
    cell: ({ deployment }) => (
      <Cell>
        <div className={styles.stack}>
          <WantedVersion deployment={deployment} />
        </div>
      </Cell>
    ),
  },
  {
    id: 'state',
    label: 'State',
    width: '1fr',
    minWidth: 200,
    cell: ({ deployment }) => (
      <Cell>
        <div className={styles.stack}>
          <DeploymentState deployment={deployment} />
        </div>
      </Cell>
    ),
  },
  {
    id: 'observed',
    label: 'Observed',
    width: 120,
    cell: ({ deployment }) => (
      <Cell className={styles.secondary}>
        <ObservedAt at={deployment.observedAt} />
      </Cell>
    ),
  },
];

/**
 * The environments of one service, a row each.
 *
 * @internal
 */
export function DeploymentsTable(props: {
  /** Absent while they are being read. */
  deployments: readonly Deployment[] | undefined;
}) {
  const rows = props.deployments?.map(deployment => ({
    id: deployment.environment,
    deployment,
  }));
  return (
    <Table
      columnConfig={columns}
      data={rows}
      isPending={rows === undefined}
      pagination={{ type: 'none' }}
    />
  );
}
