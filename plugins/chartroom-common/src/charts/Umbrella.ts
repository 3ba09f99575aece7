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
 * One entry of `dependencies` in a Chart.yaml.
 *
 * @public
 */
export interface ChartDependency {
  readonly name: string;
  readonly version?: string;
  readonly repository?: string;
  readonly condition?: string;
  readonly tags?: readonly string[];
  readonly enabled?: boolean;
  readonly 'import-values'?: readonly unknown[];
  readonly alias?: string;
}

/**
 * A Chart.lock.
 *
 * @public
 */
export interface ChartLock {
  readonly dependencies: readonly ChartDependency[];
  readonly digest: string;
}

/**
 * The chart that lists every service, with its files as they were read.
 *
 * @public
 */
export interface Umbrella {
  /** Path of its Chart.yaml. */
  readonly chartFile: string;
  readonly lockFile: string;
  readonly valuesFile: string;
  readonly dependencies: readonly ChartDependency[];
  /** Absent: there is no lock, or one that cannot be read. */
  readonly lock?: ChartLock;
  readonly values: Readonly<Record<string, unknown>>;
  /** Content of the values file of each environment, by the environment's name; empty where there is no file. */
  readonly environmentValues: ReadonlyMap<
    string,
    Readonly<Record<string, unknown>>
  >;
}
