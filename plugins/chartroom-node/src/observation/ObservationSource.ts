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
  ClusterFreshness,
  Observation,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Where the observations of one cluster come from: a collector that watches it, a recording, or a source that another
 * module adds.
 *
 * @public
 */
export interface ObservationSource {
  /** Name of the cluster, as the environments of a service matrix write it. */
  readonly cluster: string;
  /** Address of its API server, by which Argo CD may name it; absent where there is none. */
  readonly server?: string;
  /**
   * Begins to observe, and returns once it has begun; called once. What goes wrong later is told as freshness and not thrown.
   */
  start(options: {
    readonly sink: ObservationSink;
    /** Aborted when the backend stops. */
    readonly signal: AbortSignal;
  }): Promise<void>;
}

/**
 * What takes observations; every call returns at once.
 *
 * @public
 */
export interface ObservationSink {
  /** Called when a list is complete: what is not in it is gone. */
  replace(options: {
    readonly cluster: string;
    /** The list's name, such as `apps/deployments`. */
    readonly resource: string;
    readonly observations: readonly Observation[];
  }): void;
  /** Called once per thing that is new or changed. */
  put(options: {
    readonly cluster: string;
    readonly resource: string;
    readonly observation: Observation;
  }): void;
  /** Called once per thing that is gone. */
  remove(options: {
    readonly cluster: string;
    readonly resource: string;
    readonly key: string;
  }): void;
  /** Called whenever the freshness changes, and on each confirmation (a bookmark, an event, a list) at most once a second. */
  report(freshness: ClusterFreshness): void;
}
