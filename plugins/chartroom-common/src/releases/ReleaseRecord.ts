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

import type { ChartDependency } from '../charts';
import type { ReleaseStatus } from './types';

/**
 * One revision of a release as Helm keeps it in a Secret.
 *
 * @public
 */
export interface ReleaseRecord {
  readonly name: string;
  readonly namespace: string;
  readonly revision: number;
  readonly status: ReleaseStatus;
  /** What Helm says of the revision, such as `Upgrade complete`. */
  readonly description?: string;
  /** ISO 8601. */
  readonly firstDeployedAt?: string;
  /** ISO 8601: when this revision was written. */
  readonly updatedAt?: string;
  /** ISO 8601. */
  readonly deletedAt?: string;
  readonly chart: {
    readonly name: string;
    readonly version?: string;
    readonly appVersion?: string;
    /** Those that are switched on; an aliased one has its alias as `name` too. */
    readonly dependencies: readonly ChartDependency[];
    /** Of the packaged Chart.lock, where there was one: all dependencies, by their own names. */
    readonly lock?: {
      readonly digest?: string;
      readonly dependencies: readonly ChartDependency[];
    };
  };
  /** Absent where no more than the head of the record was read. */
  readonly body?: ReleaseBody;
}

/**
 * What makes a release's record large; any of it may hold secrets.
 *
 * @public
 */
export interface ReleaseBody {
  /** The text that was applied: documents, mostly each with a `# Source:` comment. */
  readonly manifest: string;
  readonly hooks: readonly ReleaseHook[];
  /** What the user gave. */
  readonly values: Readonly<Record<string, unknown>>;
  /** The chart's own. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** NOTES.txt. */
  readonly notes?: string;
}

/**
 * An object that Helm applies at a point of a release's life.
 *
 * @public
 */
export interface ReleaseHook {
  readonly name: string;
  readonly kind: string;
  /** Path of its template, as in a `# Source:` comment. */
  readonly path: string;
  readonly manifest: string;
  readonly events: readonly string[];
}
