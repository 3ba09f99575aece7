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

import type { KubernetesObject } from '../kubernetes';
import type { ObservedRelease } from '../releases';

/**
 * One thing that was seen in a cluster: a workload, ReplicaSet or Pod, or a release.
 *
 * @public
 */
export type Observation = {
  /** Unique in its cluster and resource; the same thing has the same key for as long as it is there. */
  readonly key: string;
  readonly namespace: string;
} & (
  | { readonly type: 'object'; readonly object: KubernetesObject }
  | { readonly type: 'release'; readonly release: ObservedRelease }
);

/**
 * How fresh what is known of a cluster is.
 *
 * @public
 */
export interface ClusterFreshness {
  readonly cluster: string;
  /** Whether it is a recording: its objects never change. */
  readonly recorded: boolean;
  /**
   * `starting`: nothing has been read yet; `live`: every source is watched; `partial`: some are, `message` says which
   * are not; `unreachable`: what is shown is the last that was known; `copy`: what is shown was kept by an earlier process.
   */
  readonly state: 'starting' | 'live' | 'partial' | 'unreachable' | 'copy';
  /** ISO 8601: when the cluster last confirmed what is shown; absent while nothing is known. */
  readonly observedAt?: string;
  /** What is wrong, and what to do; absent where all is well. */
  readonly message?: string;
  /** The namespaces that are observed; absent: all. */
  readonly namespaces?: readonly string[];
  /** Each source's own state. */
  readonly sources: readonly SourceFreshness[];
}

/**
 * How one source of evidence does in one cluster.
 *
 * @public
 */
export interface SourceFreshness {
  /** `labels`, `flux`, `argocd`, `helm`, or another's name. */
  readonly source: string;
  /** `absent`: the cluster does not have its kinds; `off`: not opted in. */
  readonly state:
    | 'starting'
    | 'live'
    | 'forbidden'
    | 'absent'
    | 'failed'
    | 'off';
  readonly message?: string;
}
