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
  FileTree,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { PlatformConfig } from '../config';
import type { GitRepository } from '../git';
import type { GitHost, RepositoryLocation } from '../gitHost';

/**
 * Topic of the event that says that a platform repository has a new commit; its payload is `{ platform: string }`.
 *
 * @public
 */
export const PLATFORM_CHANGED_TOPIC = 'chartroom.platform.changed';

/**
 * Where a platform's repository is, before anything of it was read.
 *
 * @public
 */
export interface PlatformPlace {
  readonly config: PlatformConfig;
  readonly host: GitHost;
  readonly location: RepositoryLocation;
  readonly defaultBranch: string;
  readonly repository: GitRepository;
}

/**
 * A platform's repository at one commit.
 *
 * @public
 */
export interface PlatformSnapshot extends PlatformPlace {
  readonly commit: string;
  readonly platform: Platform;
}

/**
 * The files of a platform's repository at a tag or branch, as they were read.
 *
 * @public
 */
export interface PlatformFiles extends PlatformPlace {
  /** Name of the tag or branch. */
  readonly ref: string;
  readonly kind: 'tag' | 'branch';
  readonly commit: string;
  readonly files: FileTree;
}

/**
 * The platforms of this installation, from `chartroom.platforms`.
 *
 * @public
 */
export interface Platforms {
  list(): readonly PlatformConfig[];
  /** Throws NotFoundError, naming those that there are. */
  get(options: { name: string }): PlatformConfig;
  /** Asks the git host once where the default branch is. */
  place(options: { name: string }): Promise<PlatformPlace>;
  /** What stands at the head of the default branch now; parsed once per commit. */
  read(options: {
    name: string;
    signal?: AbortSignal;
  }): Promise<PlatformSnapshot>;
  /** What stands at a tag or branch now; throws NotFoundError when the repository has neither. */
  readAt(options: {
    name: string;
    ref: string;
    signal?: AbortSignal;
  }): Promise<PlatformFiles>;
}
