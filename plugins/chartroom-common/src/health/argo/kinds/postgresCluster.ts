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

import { isMap } from '../../../values/isMap';
import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { luaConditions, luaField, luaIndex, luaMessage } from '../reading';
import { degraded, progressing, suspended, unknown } from '../result';

/** The health in each phase, as CloudNativePG words it. */
const phases: ReadonlyMap<unknown, string> = new Map([
  ['Cluster in healthy state', 'Healthy'],
  ['Setting up primary', 'Progressing'],
  ['Creating a new replica', 'Progressing'],
  ['Upgrading cluster', 'Progressing'],
  ['Waiting for the instances to become active', 'Progressing'],
  ['Promoting to primary cluster', 'Progressing'],
  ['Switchover in progress', 'Degraded'],
  ['Failing over', 'Degraded'],
  ['Upgrading Postgres major version', 'Degraded'],
  ['Cluster upgrade delayed', 'Degraded'],
  ['Waiting for user action', 'Degraded'],
  ['Primary instance is being restarted in-place', 'Degraded'],
  ['Primary instance is being restarted without a switchover', 'Degraded'],
  [
    'Cluster cannot execute instance online upgrade due to missing architecture binary',
    'Degraded',
  ],
  ['Online upgrade in progress', 'Degraded'],
  ['Applying configuration', 'Degraded'],
  ['Unable to create required cluster objects', 'Suspended'],
  [
    'Cluster cannot proceed to reconciliation due to an unknown plugin being required',
    'Suspended',
  ],
  ['Cluster has incomplete or invalid image catalog', 'Suspended'],
  ['Cluster is unrecoverable and needs manual intervention', 'Suspended'],
]);

/**
 * A Cluster of CloudNativePG is as its phase is, unless it hibernates or its reconciliation is stopped
 * (`resource_customizations/postgresql.cnpg.io/Cluster/health.lua`).
 *
 * @internal
 */
export function postgresCluster(resource: KubernetesObject): HealthStatus {
  const annotations = luaField(resource, 'metadata.annotations');
  if (
    annotations !== undefined &&
    luaIndex(annotations, 'cnpg.io/reconciliationLoop') === 'disabled'
  ) {
    return suspended('Cluster reconciliation is suspended');
  }
  const status = luaField(resource, 'status');
  const list =
    status === undefined ? undefined : luaField(status, 'conditions');
  const reason = () => luaMessage(luaField(resource, 'status.phaseReason'));
  if (list === undefined) {
    return progressing(reason());
  }
  const hibernation = luaConditions(
    // The rule goes through a map, too
    isMap(list) ? Object.values(list) : list,
  ).find(({ type }) => type === 'cnpg.io/hibernation');
  if (hibernation) {
    const message = luaMessage(hibernation.message);
    return hibernation.status === 'True'
      ? suspended(message)
      : degraded(message);
  }
  const health = phases.get(luaField(status, 'phase'));
  return health === undefined
    ? unknown(reason())
    : { status: health, message: reason() };
}
