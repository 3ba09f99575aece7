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
  ChartDependency,
  FileTree,
} from '@chartroom/backstage-plugin-chartroom-common';
import { localChartFolder } from './localChartFolder';

/**
 * A chart that stands in the platform repository; undefined where it does not.
 *
 * @internal
 */
export function chartBeside(options: {
  /** Folder of the umbrella. */
  folder: string;
  /** The platform's files. */
  files: FileTree;
  dependency: ChartDependency;
}): FileTree | undefined {
  const { files, dependency } = options;
  if (/^https?:|^oci:/.test(dependency.repository ?? '')) {
    return undefined;
  }
  const local = filesBelow({ files, place: localChartFolder(options) });
  return local.has('Chart.yaml') ? local : undefined;
}

function filesBelow(options: { files: FileTree; place: string }): FileTree {
  const prefix = `${options.place}/`;
  return new Map(
    [...options.files].flatMap(([file, content]) =>
      file.startsWith(prefix) ? [[file.slice(prefix.length), content]] : [],
    ),
  );
}
