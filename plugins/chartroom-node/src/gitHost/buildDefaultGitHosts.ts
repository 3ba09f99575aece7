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
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { GiteaHost } from './GiteaHost';
import type { GitHost, GitHosts } from './GitHost';

/**
 * The git hosts that `integrations` names and that Chartroom can write to.
 *
 * @public
 */
export function buildDefaultGitHosts(options: {
  integrations: ScmIntegrationRegistry;
}): GitHosts {
  const { integrations } = options;
  const hosts: readonly GitHost[] = [
    ...integrations.gitea.list().map(GiteaHost.fromConfig),
  ];
  return {
    byUrl({ url }) {
      const host = URL.parse(url)?.host;
      const found = hosts.find(candidate => candidate.host === host);
      if (!found) {
        throw new InputError(
          `No git host is configured for ${
            host || 'an address without a host'
          }: add it, with a token, to 'integrations.gitea'`,
        );
      }
      return found;
    },
  };
}
