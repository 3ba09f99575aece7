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

import type { HealthReason, RolloutHealth, ServingState } from '../health';
import type { ReleaseStatus, VersionCertainty } from '../releases';
import type { ClusterFreshness } from './Observation';

/**
 * How what runs differs from what git wants.
 *
 * @public
 */
export type Drift =
  | 'in-sync'
  | 'behind'
  | 'ahead'
  | 'lock-differs'
  | 'not-released'
  | 'not-deployed'
  | 'not-in-git'
  | 'unknown';

/**
 * One service in one environment: what git wants, what runs, how that is known, and how well it is.
 *
 * @public
 */
export interface Deployment {
  /** base64url of `cluster/namespace/release/service`. */
  readonly id: string;
  readonly platform: string;
  readonly service: string;
  readonly environment: string;
  readonly cluster?: string;
  readonly namespace: string;
  /** Name of the Helm release; absent where nothing says. */
  readonly release?: string;
  readonly wanted: {
    /** The pin: a version or a range. */
    readonly version?: string;
    readonly lockedVersion?: string;
    readonly url: string;
    readonly ref: string;
    readonly commit?: string;
  };
  /** Absent: nothing runs, or nothing is known. */
  readonly deployed?: {
    readonly version?: string;
    readonly certainty?: VersionCertainty;
    readonly appVersion?: string;
    readonly image?: string;
    /** The source that told the version. */
    readonly source: string;
    /** What told it, as `Kind namespace/name`. */
    readonly toldBy: string;
  };
  readonly drift: Drift;
  /** One sentence about the drift. */
  readonly message: string;
  /** The version that the default branch wants, where the environment's ref wants another. */
  readonly unpromoted?: string;
  /** Other sources that tell another version. */
  readonly disagreements: ReadonlyArray<{
    readonly source: string;
    readonly version: string;
    readonly toldBy: string;
  }>;
  /** Helm's own state of the release. */
  readonly helm?: {
    readonly status: ReleaseStatus;
    readonly revision: number;
    /** The revision that serves, where it is not the newest. */
    readonly deployedRevision?: number;
    readonly description?: string;
    /** ISO 8601. */
    readonly updatedAt?: string;
  };
  readonly health: {
    readonly rollout: RolloutHealth;
    readonly serving: ServingState;
    readonly available: number;
    readonly desired: number;
    /** One sentence. */
    readonly message: string;
    readonly reasons: readonly HealthReason[];
  };
  /** Services that it depends on, near or far, which are not well; never folded into its own health. */
  readonly unwellDependencies: ReadonlyArray<{
    readonly service: string;
    readonly rollout: RolloutHealth;
    readonly serving: ServingState;
    readonly message: string;
    /** How it is reached, from the service's own dependency on. */
    readonly path: readonly string[];
  }>;
  /** The sources that were heard. */
  readonly sources: readonly string[];
  /** ISO 8601: when the cluster last confirmed this; absent while nothing is known. */
  readonly observedAt?: string;
  /** Whether the cluster has not confirmed this lately. */
  readonly stale: boolean;
  /** Whether it comes from a recorded cluster. */
  readonly recorded: boolean;
}

/**
 * How fresh what is known of git's wishes for a platform is.
 *
 * @public
 */
export interface WantedFreshness {
  /** Name of the platform. */
  readonly platform: string;
  /** ISO 8601: when its repository was last read; absent: never. */
  readonly readAt?: string;
  /** Why it could not be read the last time; absent where it could. */
  readonly message?: string;
}

/**
 * The answer to a question about deployments.
 *
 * @public
 */
export interface DeploymentsAnswer {
  /** The worst first. */
  readonly items: readonly Deployment[];
  /** Freshness of every cluster that was looked at. */
  readonly clusters: readonly ClusterFreshness[];
  /** How old what git wants is, for every platform that was looked at. */
  readonly platforms?: readonly WantedFreshness[];
  /** Where there is more: to be given back as `cursor`. */
  readonly nextCursor?: string;
}
