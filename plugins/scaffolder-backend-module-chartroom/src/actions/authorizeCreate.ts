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

import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { chartroomServiceCreatePermission } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Refuses unless the person who started the task may create services in the platform.
 *
 * @internal
 */
export async function authorizeCreate(options: {
  permissions: PermissionsService;
  credentials: BackstageCredentials;
  /** Name of the platform. */
  platform: string;
}): Promise<void> {
  const { permissions, credentials, platform } = options;
  const [decision] = await permissions.authorize(
    [{ permission: chartroomServiceCreatePermission, resourceRef: platform }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not create services in platform "${platform}": ask for the permission ${chartroomServiceCreatePermission.name}`,
    );
  }
}
