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

import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_CHARTROOM_PLATFORM } from '@chartroom/backstage-plugin-chartroom-common';
import type { PlatformConfig } from '@chartroom/backstage-plugin-chartroom-node';
import { z } from 'zod';

/**
 * The resource that Chartroom's permissions are about: one platform, by its name.
 *
 * @internal
 */
export const platformResourceRef = createPermissionResourceRef<
  PlatformConfig,
  { names: string[] }
>().with({
  pluginId: 'chartroom',
  resourceType: RESOURCE_TYPE_CHARTROOM_PLATFORM,
});

/**
 * Rule `HAS_NAME`: with it a policy decides by the platform's name.
 *
 * @internal
 */
export const hasName = createPermissionRule({
  name: 'HAS_NAME',
  description: 'Allow platforms with one of the given names',
  resourceRef: platformResourceRef,
  paramsSchema: z.object({
    names: z.array(z.string()).describe('Names as in chartroom.platforms'),
  }),
  apply: (platform, { names }) => names.includes(platform.name),
  toQuery: ({ names }) => ({ names }),
});
