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

import { Table } from '@backstage/ui';
import type { ColumnConfig } from '@backstage/ui';
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import { EnvironmentCell } from './EnvironmentCell';
import { EvidenceCell } from './EvidenceCell';
import { HealthCell } from './HealthCell';
import { VersionCell } from './VersionCell';

interface Row {
  readonly id: string;
  readonly deployment: Deployment;
}

const columns: ColumnConfig<Row>[] = [
  {
    id: 'environment',
    label: 'Environment',
    isRowHeader: true,
    width: 130,
    cell: ({ deployment }) => <EnvironmentCell deployment={deployment} />,
  },
  {
    id: 'version',
    label: 'Wanted → deployed',
    width: '4fr',
    minWidth: 192,
    cell: ({ deployment }) => <VersionCell deployment={deployment} />,
  },
  {
    id: 'health',
    label: 'Health',
    width: '5fr',
    minWidth: 190,
    cell: ({ deployment }) => <HealthCell deployment={deployment} />,
  },
  {
    id: 'evidence',
    label: 'Evidence',
    width: 116,
    cell: ({ deployment }) => <EvidenceCell deployment={deployment} />,
  },
];

/**
 * The environments of one service, a row each, in the order in which they are given.
 *
 * @internal
 */
export function DeploymentsTable(props: {
  /** Absent while they are being read. */
  deployments: readonly Deployment[] | undefined;
}) {
  const rows = props.deployments?.map(deployment => ({
    id: `${deployment.platform} ${deployment.environment}`,
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
