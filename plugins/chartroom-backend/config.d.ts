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

import type { HumanDuration } from '@backstage/types';

export interface Config {
  chartroom?: {
    /** The systems that services are created in. */
    platforms?: Array<{
      /** Name under which templates and people speak of the platform. */
      name: string;
      /** Web address of the platform repository; its host and token come from `integrations`. */
      url: string;
      /** Whether changes are committed to the default branch, or proposed. Default: commit. */
      mode?: 'commit' | 'pull-request';
      /** Who publishes a new service's chart. Default: portal. */
      publisher?: 'portal' | 'ci';
      /** Namespace of the platform's entities in the catalog. Default: default. */
      catalogNamespace?: string;
      /** Whether repositories of new services are private. Default: private. */
      visibility?: 'private' | 'public';
    }>;
    /** Where packed charts are kept; an address that is not listed here is never asked. */
    chartRepositories?: Array<{
      /** As it stands in `charts.repository` of a service matrix. */
      url: string;
      username?: string;
      /** @visibility secret */
      password?: string;
      /** Other hosts that the repository's index and redirects may name. Default: none. */
      downloadHosts?: string[];
    }>;
    helm?: {
      /** Path of the program. Default: `helm` on PATH. */
      binary?: string;
      /** Whether a chart that could not be verified stops an operation. Default: true. */
      required?: boolean;
      /** Limit of one run. Default: one minute. */
      timeout?: HumanDuration;
    };
    /** Folder for what was fetched. Default: `chartroom` in backend.workingDirectory. */
    cacheDirectory?: string;
  };
}
