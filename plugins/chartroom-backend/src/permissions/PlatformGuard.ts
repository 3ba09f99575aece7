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
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';

/**
 * Decides who may do what with which platform.
 *
 * @internal
 */
export class PlatformGuard {
  readonly #permissions: PermissionsService;

  static create(options: { permissions: PermissionsService }): PlatformGuard {
    return new PlatformGuard(options.permissions);
  }

  private constructor(permissions: PermissionsService) {
    this.#permissions = permissions;
  }

  /** Throws NotAllowedError, naming the permission that is missing. */
  async require(options: {
    permission: ResourcePermission;
    /** Name of the platform. */
    platform: string;
    credentials: BackstageCredentials;
  }): Promise<void> {
    const { permission, platform } = options;
    const [name] = await this.filter({ ...options, platforms: [platform] });
    if (name === undefined) {
      throw new NotAllowedError(
        `You may not do this with platform "${platform}": ask for the permission ${permission.name}`,
      );
    }
  }

  /** The names of those platforms for which the permission is given. */
  async filter(options: {
    permission: ResourcePermission;
    platforms: readonly string[];
    credentials: BackstageCredentials;
  }): Promise<string[]> {
    const { permission, platforms, credentials } = options;
    const decisions = await this.#permissions.authorize(
      platforms.map(resourceRef => ({ permission, resourceRef })),
      { credentials },
    );
    return platforms.filter(
      (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
    );
  }
}
