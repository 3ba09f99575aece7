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

import path from 'node:path';
import { createGitRepository, type GitRepository } from '../git';
import type { GitHost, RepositoryLocation } from '../gitHost';

/**
 * The git repository of a service, beside the platform's own.
 *
 * @internal
 */
export function openServiceRepository(options: {
  host: GitHost;
  location: RepositoryLocation;
  cacheDirectory: string;
}): GitRepository {
  const { host, location, cacheDirectory } = options;
  return createGitRepository({
    cloneUrl: location.cloneUrl,
    credentials: () => host.gitCredentials(),
    cacheDirectory: path.join(cacheDirectory, 'git'),
  });
}
