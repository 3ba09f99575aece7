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

import type { ForeignChart } from './ForeignChart';
import type { OwnChartRecipe } from './OwnChartRecipe';
import type { ProfileSecret } from './ProfileSecret';

/**
 * How an engine from one source is reached, and how it enters an umbrella.
 *
 * @remarks
 * In `host`, `podLabels`, `secret.name` and `secrets[].name`, `{name}` is the
 * backing service and `{service}` the service that calls it. In `database` and
 * `username`, which are identifiers, `{service}` has `_` for `-`. In `values`,
 * `startingValues`, `objects` and `ownChart`, `{name}` is filled in wherever it
 * stands in a text or in a key.
 *
 * All that is not about reaching it is optional: a profile may describe a chart
 * that people enter in the umbrella themselves.
 *
 * @public
 */
export interface EngineProfile {
  readonly engine: string;
  /** Where the chart comes from, such as `own`. */
  readonly source: string;
  /** Whether it was rendered against the real chart, or written from facts about it. */
  readonly verified: 'rendered' | 'written';
  /** Type of the catalog's Resource, such as `database`. */
  readonly resource: string;
  /** The port where the matrix names none. */
  readonly port: number;
  /** Further ports by name that callers may ask for, such as `management`. */
  readonly ports?: Readonly<Record<string, number>>;
  /** Ports between the pods of one backing service: clustering, replication. */
  readonly peerPorts?: readonly number[];
  readonly host: string;
  readonly podLabels: Readonly<Record<string, string>>;
  /** Absent: the engine has no databases by name. */
  readonly database?: string;
  /** A user name that is no secret. */
  readonly username?: string;
  readonly vhost?: string;
  /** The Secret that holds credentials: which of its keys holds which. Absent: there are none. */
  readonly secret?: {
    readonly name: string;
    readonly keys: Readonly<
      Partial<Record<'username' | 'password' | 'uri', string>>
    >;
  };
  /** A template for `{uri}` where the Secret has no such key. */
  readonly uri?: string;
  /** Outside the cluster: pod labels mean nothing. */
  readonly external: boolean;
  /** The chart that stands in the umbrella's Chart.yaml. */
  readonly chart?: ForeignChart;
  /** What the umbrella's values must say below the backing service, so that its chart fits. */
  readonly values?: Readonly<Record<string, unknown>>;
  /** What they say at first, and people change: sizes, images. */
  readonly startingValues?: Readonly<Record<string, unknown>>;
  /** The Secrets that must exist before an install. */
  readonly secrets?: readonly ProfileSecret[];
  /** Kubernetes objects that an operator turns into the backing service; there is no chart then. */
  readonly objects?: ReadonlyArray<Readonly<Record<string, unknown>>>;
  /** What a chart of one's own on the common chart is made of. */
  readonly ownChart?: OwnChartRecipe;
}
