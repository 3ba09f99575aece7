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

import type { CredentialSource } from './CredentialSource';

/**
 * How the API server of one cluster is reached.
 *
 * @internal
 */
export interface ClusterConnection {
  /** Name of the cluster. */
  readonly cluster: string;
  /** Address of the API server; a path in it stays in front of every path that is asked for. */
  readonly url: URL;
  readonly tls: {
    /** PEM; absent: the authorities that Node.js trusts. */
    readonly ca?: string;
    /** PEM; both or neither. */
    readonly certificate?: string;
    readonly key?: string;
    /** The name that the server's certificate must hold, where it is not the address's. */
    readonly serverName?: string;
    readonly skipVerification: boolean;
  };
  readonly credentials: CredentialSource;
}
