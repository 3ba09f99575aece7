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

import type { HealthStatus } from '../types';

/**
 * Done (`HealthStatusHealthy`).
 *
 * @internal
 */
export function healthy(message = ''): HealthStatus {
  return { status: 'Healthy', message };
}

/**
 * Not done, but it may be (`HealthStatusProgressing`).
 *
 * @internal
 */
export function progressing(message = ''): HealthStatus {
  return { status: 'Progressing', message };
}

/**
 * Failed, or not done in time (`HealthStatusDegraded`).
 *
 * @internal
 */
export function degraded(message = ''): HealthStatus {
  return { status: 'Degraded', message };
}

/**
 * Stopped on purpose (`HealthStatusSuspended`).
 *
 * @internal
 */
export function suspended(message = ''): HealthStatus {
  return { status: 'Suspended', message };
}

/**
 * Not to be told (`HealthStatusUnknown`).
 *
 * @internal
 */
export function unknown(message = ''): HealthStatus {
  return { status: 'Unknown', message };
}
