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
 * Where the collectors count what they do.
 *
 * @remarks
 * Every call returns at once. `resource` is a list's name such as `apps/deployments`, so the number of its values is
 * small.
 *
 * @internal
 */
export interface CollectorMetrics {
  /** Called once per request, when its answer begins or it has failed. */
  requested(options: {
    readonly cluster: string;
    readonly verb: 'get' | 'list' | 'watch';
    readonly resource: string;
    /** `ok`, or why it failed. */
    readonly outcome: string;
  }): void;
  /** Called once per piece of an answer, with its size as it came over the network. */
  received(options: {
    readonly cluster: string;
    readonly verb: 'get' | 'list' | 'watch';
    readonly bytes: number;
  }): void;
  /** Called once per body of a release that was decoded. */
  decoded(options: {
    readonly cluster: string;
    readonly milliseconds: number;
    /** Whether the first kilobytes were enough. */
    readonly headOnly: boolean;
  }): void;
  /** Called whenever a cluster confirms what is known of it, at most once a second. */
  confirmed(options: {
    readonly cluster: string;
    /** When all that is watched was last confirmed. */
    readonly observedAt: Date;
  }): void;
}
