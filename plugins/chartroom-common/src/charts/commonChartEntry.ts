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

import type { Matrix } from '../matrix';
import { fileRepository } from './fileRepository';

/**
 * What the umbrella's Chart.yaml says of the common chart: the copy of it that
 * renders every service.
 *
 * @internal
 */
export function commonChartEntry(options: { matrix: Matrix }): {
  readonly name: string;
  readonly version: string;
  readonly repository: string;
} {
  const { umbrella, commonChart } = options.matrix;
  const { version, repository } = commonChart;
  const name = 'platform-common';
  return repository.startsWith('file://')
    ? {
        name,
        version,
        repository: fileRepository({
          from: umbrella,
          to: repository.slice('file://'.length),
        }),
      }
    : { name, version, repository };
}
