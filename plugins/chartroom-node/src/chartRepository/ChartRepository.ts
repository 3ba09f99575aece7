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
 * One published chart version.
 *
 * @public
 */
export interface PublishedChart {
  readonly name: string;
  readonly version: string;
  /** `sha256:` and 64 hex digits of the packed archive. */
  readonly digest: string;
}

/**
 * A place that keeps packed charts: a classic chart repository, or an OCI registry.
 *
 * @public
 */
export interface ChartRepository {
  /** The address as it stands in `dependencies[].repository` of a Chart.yaml. */
  readonly url: string;
  /** All versions of a chart, highest first; empty when there is none. */
  versions(options: {
    name: string;
    signal?: AbortSignal;
  }): Promise<readonly PublishedChart[]>;
  /** The packed archive, its digest checked. */
  pull(options: {
    name: string;
    version: string;
    signal?: AbortSignal;
  }): Promise<Buffer>;
  /**
   * Publishes a packed chart.
   *
   * @remarks
   * The same version with the same unpacked tree is a success (`created: false`); with another tree it
   * is a ConflictError.
   */
  publish(options: {
    name: string;
    version: string;
    archive: Buffer;
    signal?: AbortSignal;
  }): Promise<{ created: boolean; digest: string }>;
  /** Removes a version, where the repository allows it; false where it does not. */
  remove(options: { name: string; version: string }): Promise<boolean>;
}

/**
 * The chart repositories of this installation, from `chartroom.chartRepositories`.
 *
 * @public
 */
export interface ChartRepositories {
  /** Throws InputError, naming the configuration key, when the address is not configured. */
  byUrl(options: { url: string }): ChartRepository;
}
