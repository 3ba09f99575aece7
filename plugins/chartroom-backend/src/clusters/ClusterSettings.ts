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

/**
 * One cluster of the configuration.
 *
 * @internal
 */
export interface ClusterSettings {
  readonly name: string;
  /** Absent: all, by lists of the whole cluster. */
  readonly namespaces?: readonly string[];
  /** Where release Secrets are read; absent: nowhere. */
  readonly helm?: {
    /** Absent: wherever the cluster is watched. */
    readonly namespaces?: readonly string[];
  };
  readonly access: ClusterAccess;
}

/**
 * How a cluster is come by.
 *
 * @internal
 */
export type ClusterAccess =
  | { readonly type: 'recording'; readonly directory: string }
  | { readonly type: 'inCluster' }
  | {
      readonly type: 'kubeconfig';
      readonly path: string;
      /** Absent: the current one. */
      readonly context?: string;
    }
  | {
      readonly type: 'address';
      readonly url: string;
      /** PEM in base64. */
      readonly caData?: string;
      readonly caFile?: string;
      readonly skipTLSVerify: boolean;
      readonly credentials: CredentialSettings;
    };

/**
 * What a cluster of an address is shown.
 *
 * @internal
 */
export type CredentialSettings =
  | { readonly type: 'none' }
  | { readonly type: 'token'; readonly token: string }
  | { readonly type: 'tokenFile'; readonly path: string }
  /** The account of the pod that this process runs in. */
  | { readonly type: 'ownAccount' }
  /** A strategy of the kubernetes plugin. */
  | {
      readonly type: 'strategy';
      readonly authProvider: string;
      readonly authMetadata: Readonly<Record<string, string>>;
    };
