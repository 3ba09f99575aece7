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

import { createPermission } from '@backstage/plugin-permission-common';

/**
 * The resource type of all permissions that are about one platform.
 *
 * @public
 */
export const RESOURCE_TYPE_CHARTROOM_PLATFORM = 'chartroom-platform';

/**
 * To see a platform: its services, dependencies and findings.
 *
 * @public
 */
export const chartroomPlatformReadPermission = createPermission({
  name: 'chartroom.platform.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To change a platform's repository: release, promote, add a dependency.
 *
 * @public
 */
export const chartroomPlatformUpdatePermission = createPermission({
  name: 'chartroom.platform.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To create a service in a platform.
 *
 * @public
 */
export const chartroomServiceCreatePermission = createPermission({
  name: 'chartroom.service.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To see what runs where, and how well.
 *
 * @public
 */
export const chartroomDeploymentReadPermission = createPermission({
  name: 'chartroom.deployment.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To see values and manifests, redacted.
 *
 * @public
 */
export const chartroomValuesReadPermission = createPermission({
  name: 'chartroom.values.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To see values and manifests with all that is secret in them; whoever looks is written to the audit log.
 *
 * @public
 */
export const chartroomValuesReadUnredactedPermission = createPermission({
  name: 'chartroom.values.read-unredacted',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * To have clusters and repositories read again at once.
 *
 * @public
 */
export const chartroomDeploymentRefreshPermission = createPermission({
  name: 'chartroom.deployment.refresh',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * All permissions of Chartroom, as a backend registers them.
 *
 * @public
 */
export const chartroomPermissions = [
  chartroomPlatformReadPermission,
  chartroomPlatformUpdatePermission,
  chartroomServiceCreatePermission,
  chartroomDeploymentReadPermission,
  chartroomValuesReadPermission,
  chartroomValuesReadUnredactedPermission,
  chartroomDeploymentRefreshPermission,
];
