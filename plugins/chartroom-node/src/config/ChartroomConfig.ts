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

import type { ChartRepositoryConfig } from '../chartRepository';

/**
 * One entry of `chartroom.platforms`, with every default filled in.
 *
 * @public
 */
export interface PlatformConfig {
  /** Name under which templates and people speak of the platform. */
  readonly name: string;
  /** Web address of the platform repository. */
  readonly url: string;
  /** Whether changes are committed to the default branch, or proposed. */
  readonly mode: 'commit' | 'pull-request';
  /** Who publishes a new service's chart. */
  readonly publisher: 'portal' | 'ci';
  /** Namespace of the platform's entities in the catalog. */
  readonly catalogNamespace: string;
  /** Of the repositories that are made for its services. */
  readonly visibility: 'private' | 'public';
}

/**
 * What stands below `chartroom` in configuration, with every default filled in.
 *
 * @public
 */
export interface ChartroomConfig {
  readonly platforms: readonly PlatformConfig[];
  readonly chartRepositories: readonly ChartRepositoryConfig[];
  readonly helm: {
    /** A path, or a name to look for on the PATH. */
    readonly binary: string;
    /** Whether a plan that Helm has not verified must not be carried out. */
    readonly required: boolean;
    /** Of one run. */
    readonly timeoutMilliseconds: number;
  };
  /** Absolute path of a folder for what was fetched; it may be emptied at any time. */
  readonly cacheDirectory: string;
}
