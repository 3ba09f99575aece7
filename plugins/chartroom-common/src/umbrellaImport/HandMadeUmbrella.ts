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

/**
 * A chart that an umbrella names, with all that its files say.
 *
 * @internal
 */
export interface HandMadeChart {
  /** The name that values, condition and hosts use: the alias, where there is one. */
  readonly name: string;
  readonly dependency: ChartDependency;
  /** Line in the umbrella's Chart.yaml, counted from 1. */
  readonly line: number;
  /** Folder of the chart in this repository; absent: it comes from elsewhere. */
  readonly folder?: string;
  /** Content of its Chart.yaml, where it is in this repository. */
  readonly chart: Readonly<Record<string, unknown>>;
  /** Its values, with the umbrella's merged over them. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Its templates, one after the other. */
  readonly templates: string;
}

/**
 * An umbrella that was made by hand, as it was read.
 *
 * @internal
 */
export interface HandMadeUmbrella {
  /** Such as `helm/shop`. */
  readonly folder: string;
  readonly name: string;
  readonly charts: readonly HandMadeChart[];
  /** Its environments, by the files that hold their values. */
  readonly environments: ReadonlyArray<{
    readonly name: string;
    /** Absent: `values-<name>.yaml`, as the matrix takes it. */
    readonly values?: string;
  }>;
}
