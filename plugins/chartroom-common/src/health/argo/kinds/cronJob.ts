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

import type { KubernetesObject } from '../../../kubernetes';
import type { HealthStatus } from '../../types';
import { luaField, luaList, RuleError } from '../reading';
import { degraded, healthy, progressing } from '../result';

/**
 * A CronJob is degraded only when it succeeded before, and its last run is newer than that
 * (`resource_customizations/batch/CronJob/health.lua`). Being suspended is healthy until
 * https://github.com/argoproj/argo-cd/issues/24428 is resolved.
 *
 * @internal
 */
export function cronJob(resource: KubernetesObject): HealthStatus {
  if (luaField(resource, 'spec.suspend') === true) {
    return healthy('CronJob is Suspended');
  }
  const status = luaField(resource, 'status');
  if (status === undefined) {
    return progressing('Waiting for CronJob');
  }
  const scheduled = luaField(status, 'lastScheduleTime');
  const succeeded = luaField(status, 'lastSuccessfulTime');
  const active = luaField(status, 'active');
  if (scheduled === undefined) {
    return healthy('CronJob has not been scheduled yet');
  }
  if (succeeded === undefined) {
    return healthy(
      'The CronJob never completed successfully. It may not be healthy',
    );
  }
  if (active !== undefined && luaList(active).length > 0) {
    return healthy(
      'The job is running. Its last execution may not have been successful',
    );
  }
  if (typeof succeeded !== 'string' || typeof scheduled !== 'string') {
    throw new RuleError('attempt to compare times that are no text');
  }
  return succeeded < scheduled
    ? degraded('CronJob has not completed its last execution successfully')
    : healthy('CronJob has completed its last execution successfully');
}
