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

import type { ServingState } from '../types';

/**
 * Whether enough pods are available: as many as a rollout must leave, and at least one.
 *
 * @internal
 */
export function servingState(options: {
  available: number;
  desired: number;
  /** How many pods a rollout may take away. */
  maxUnavailable: number;
}): ServingState {
  const { available, desired, maxUnavailable } = options;
  if (desired === 0) {
    return 'scaled-to-zero';
  }
  if (available === 0) {
    return 'down';
  }
  return available >= desired - maxUnavailable ? 'serving' : 'partial';
}
