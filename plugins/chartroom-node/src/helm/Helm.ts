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

import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * A chart to be assembled on disk: its own files, and what stands in its `charts/` folder.
 *
 * @remarks
 * Two subcharts may have one name where they have different versions, by which Helm tells them
 * apart. That of an archive has to be given then.
 *
 * @public
 */
export interface AssembledChart {
  readonly files: FileTree;
  readonly subcharts: ReadonlyArray<
    | { readonly name: string; readonly files: FileTree }
    | {
        readonly name: string;
        readonly archive: Buffer;
        readonly version?: string;
      }
  >;
}

/**
 * The real `helm`, run with its own home, an empty environment, and limits of time and output.
 *
 * @public
 */
export interface Helm {
  /** Such as `v4.2.4`. */
  readonly version: string;
  /** Renders a chart; throws InputError with Helm's own message, shortened, when it cannot be rendered. */
  template(options: {
    chart: AssembledChart;
    release: string;
    namespace: string;
    /** Values files inside the chart, in order. */
    valuesFiles?: readonly string[];
    /** Values that override all files, as one YAML document. */
    values?: string;
    signal?: AbortSignal;
  }): Promise<string>;
  /** `helm lint --strict`; throws InputError with what it says. */
  lint(options: {
    chart: AssembledChart;
    valuesFiles?: readonly string[];
    values?: string;
    signal?: AbortSignal;
  }): Promise<void>;
}
