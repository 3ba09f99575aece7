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
import { luaConditions, luaField, luaText } from '../reading';
import { degraded, healthy, progressing } from '../result';

/**
 * The first condition that tells decides; one that is not established yet is in progress
 * (`resource_customizations/apiextensions.k8s.io/CustomResourceDefinition/health.lua`).
 *
 * @internal
 */
export function customResourceDefinition(
  resource: KubernetesObject,
): HealthStatus {
  if (luaField(resource, 'metadata.deletionTimestamp') !== undefined) {
    return progressing('CRD is terminating');
  }
  const list = luaField(resource, 'status.conditions');
  const conditions = list === undefined ? [] : luaConditions(list);
  if (conditions.length === 0) {
    return progressing('Status conditions not found');
  }
  let isEstablished = false;
  for (const { type, status, reason, message } of conditions) {
    if (type === 'Terminating' && status === 'True') {
      return progressing(`CRD is terminating: ${luaText(message)}`);
    }
    if (type === 'NamesAccepted' && status === 'False') {
      return degraded(`CRD names have not been accepted: ${luaText(message)}`);
    }
    if (type === 'NonStructuralSchema' && status === 'True') {
      return degraded(`Schema violations found: ${luaText(message)}`);
    }
    if (type === 'Established') {
      if (status === 'True') {
        isEstablished = true;
      } else if (reason === 'InvalidCABundle') {
        return degraded(`CRD is not established: ${luaText(message)}`);
      } else if (reason === 'Installing') {
        return progressing('CRD is being installed');
      }
    }
  }
  return isEstablished
    ? healthy('CRD is healthy')
    : progressing('CRD is not established');
}
