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

import { InputError } from '@backstage/errors';
import type { GitRepository } from './GitRepository';
import { SmartHttpRepository } from './SmartHttpRepository';

/**
 * A remote repository over smart HTTP, with a private folder for what was fetched below `cacheDirectory`.
 *
 * @remarks
 * Several processes, and several repositories in one process, may share `cacheDirectory`.
 * Keep the repository for as long as it is of use: what it has read stays in memory.
 *
 * @public
 */
export function createGitRepository(options: {
  /** Without credentials. */
  cloneUrl: string;
  /** Asked when the host wants to know who asks; undefined: read anonymously. */
  credentials: () => Promise<
    { username: string; password: string } | undefined
  >;
  cacheDirectory: string;
  /** Of one request, by default a minute. */
  timeoutMilliseconds?: number;
}): GitRepository {
  const url = URL.parse(options.cloneUrl);
  if (!url || !/^https?:$/.test(url.protocol) || url.search || url.hash) {
    throw new InputError(
      'The address of a git repository must be an http or https address without query',
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `The address of a git repository on ${url.host} holds credentials: write them to 'integrations' instead`,
    );
  }
  return SmartHttpRepository.create({
    timeoutMilliseconds: 60_000,
    ...options,
  });
}
