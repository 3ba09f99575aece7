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
    /** A cluster that has confirmed nothing for so long is shown as stale. Default: 90 seconds. */
    staleAfter?: HumanDuration;
    /** How often it is looked whether a platform repository has moved. Default: 30 seconds. */
    readPlatformsEvery?: HumanDuration;
    /** What is left out of values and manifests before anybody sees them. */
    redaction?: {
      /** Words that make the value of a key secret, beside those that always do. */
      sensitiveWords?: string[];
    };
    /** The clusters that are observed. Default: every cluster in the configuration of the `kubernetes` plugin. */
    clusters?: Array<{
      /**
       * As the environments of a service matrix name it; without `url`, `kubeconfig`, `inCluster` and `recording`, the
       * cluster of that name in the configuration of the `kubernetes` plugin.
       */
      name: string;
      /** The namespaces that are listed and watched. Default: all, by lists of the whole cluster. */
      namespaces?: string[];
      /**
       * Whether the Secrets of Helm's releases are read, in all these namespaces or in some; needs the right to list
       * and get Secrets there. Default: false.
       */
      helm?:
        | boolean
        | {
            namespaces: string[];
          };
      /** Address of the API server. */
      url?: string;
      /** Certificate of the authority that signed the API server's: PEM in base64. */
      caData?: string;
      /** The same, as a file of PEM. */
      caFile?: string;
      /** Do not use: anyone on the way may read what is sent. Default: false. */
      skipTLSVerify?: boolean;
      /**
       * Token of an account that may get, list and watch what is observed.
       *
       * @visibility secret
       */
      token?: string;
      /** The same, as a file that is read again every minute. */
      tokenFile?: string;
      /** A cluster of a kubeconfig; its user has a token or a client certificate. */
      kubeconfig?: {
        path: string;
        /** Default: the current context. */
        context?: string;
      };
      /** The cluster that the backend itself runs in, with the account of its pod. */
      inCluster?: true;
      /** Folder of a recorded cluster: `recording.yaml` and Kubernetes objects. */
      recording?: string;
    }>;
    /** Folder for what was fetched. Default: `chartroom` in backend.workingDirectory. */
    cacheDirectory?: string;
  };
}
