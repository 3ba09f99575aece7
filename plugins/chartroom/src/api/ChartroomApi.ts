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

import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DeploymentsAnswer } from '@chartroom/backstage-plugin-chartroom-common';
import type {
  NameAvailability,
  PlanPreview,
  PlatformDetails,
  PlatformSummary,
  RequestedService,
} from './types';

/**
 * What the frontend asks the `chartroom` backend.
 *
 * @public
 */
export interface ChartroomApi {
  /** Lists the platforms that the signed-in user may see. */
  listPlatforms(): Promise<readonly PlatformSummary[]>;

  /** Reads one platform with its services. */
  getPlatform(options: { platform: string }): Promise<PlatformDetails>;

  /** Asks whether a new service may have this name. */
  checkName(options: {
    platform: string;
    name: string;
    owner?: string;
  }): Promise<NameAvailability>;

  /** Computes what creating a service would do. Nothing is touched. */
  planService(options: {
    platform: string;
    service: RequestedService;
  }): Promise<PlanPreview>;

  /** What runs of the service that stands behind an entity, in every environment; the worst first. */
  listDeployments(options: { entityRef: string }): Promise<DeploymentsAnswer>;

  /** Has the repository of a platform read again now. Clusters are watched, and need no asking. */
  refreshDeployments(options: { platform: string }): Promise<void>;
}

/**
 * Reference to the {@link ChartroomApi}.
 *
 * @public
 */
export const chartroomApiRef = createApiRef<ChartroomApi>().with({
  id: 'plugin.chartroom.service',
  pluginId: 'chartroom',
});
