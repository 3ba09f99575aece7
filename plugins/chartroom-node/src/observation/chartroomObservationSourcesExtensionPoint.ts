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

import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ObservationSource } from './ObservationSource';

/**
 * Where a module adds sources of what runs, beside the clusters of the configuration.
 *
 * @public
 */
export interface ChartroomObservationSourcesExtensionPoint {
  /** Adds a source; two sources may observe one cluster, if their resources have different names. */
  addSource(source: ObservationSource): void;
}

/**
 * Reference to the {@link ChartroomObservationSourcesExtensionPoint}.
 *
 * @public
 */
export const chartroomObservationSourcesExtensionPoint =
  createExtensionPoint<ChartroomObservationSourcesExtensionPoint>({
    id: 'chartroom.observation-sources',
  });
