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
 * What git wants of one service in one environment.
 *
 * @public
 */
export interface WantedDeployment {
  /** Name of the platform. */
  readonly platform: string;
  readonly service: string;
  readonly environment: string;
  /** Absent: the matrix names none, and more than one is configured. */
  readonly cluster?: string;
  readonly namespace: string;
  /**
   * `released`: the umbrella lists it and it is switched on; `switched-off`, `not-listed`: it should not run;
   * `outside`: its source in this environment is `external`; `unread`: the environment's ref could not be read.
   */
  readonly state:
    | 'released'
    | 'switched-off'
    | 'not-listed'
    | 'outside'
    | 'unread';
  /** The pin of the umbrella at the environment's ref: a version or a range. */
  readonly version?: string;
  /** What the umbrella's Chart.lock resolves it to. */
  readonly lockedVersion?: string;
  /** Name of the umbrella chart, and of the service's chart where it differs from the service's name. */
  readonly umbrella?: string;
  readonly chart?: string;
  /** Digest of the umbrella's Chart.lock at the ref. */
  readonly lockDigest?: string;
  /** The names of the services that it depends on. */
  readonly dependencies: readonly string[];
  /** The pin on the default branch, where it differs from that at the ref; where only the locked version does, that. */
  readonly unpromoted?: string;
  /** Where the version is written. */
  readonly source: {
    /** Web address. */
    readonly url: string;
    /** Branch or tag. */
    readonly ref: string;
    readonly commit?: string;
  };
  /** Why `state` is what it is; absent where it is `released`. */
  readonly message?: string;
}
