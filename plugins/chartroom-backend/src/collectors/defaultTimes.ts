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

import type { CollectorTimes } from './CollectorTimes';

/**
 * The times of a collector where nothing else is asked for.
 *
 * @internal
 */
export const defaultTimes: CollectorTimes = {
  listDeadline: 120_000,
  requestIdle: 30_000,
  // As client-go: five to ten minutes.
  watchLength: 300_000,
  // More than the 75 s between bookmarks, less than the 90 s after which a cluster is shown as stale.
  watchIdle: 85_000,
  minimumBackoff: 1_000,
  maximumBackoff: 30_000,
  forbidden: 60_000,
  absent: 180_000,
  probe: 20_000,
};
