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

import type { Matrix } from '../../matrix';

/**
 * Tells Renovate where the matrix says which version of the common chart there
 * is. Undefined where the common chart lies in the repository itself.
 *
 * @internal
 */
export function commonChartManager(options: {
  matrix: Matrix;
}): Readonly<Record<string, unknown>> | undefined {
  const { repository } = options.matrix.commonChart;
  if (repository.startsWith('file://')) {
    return undefined;
  }
  const oci = repository.startsWith('oci://');
  const name = 'platform-common';
  return {
    customType: 'regex',
    managerFilePatterns: ['/^service-matrix\\.ya?ml$/'],
    matchStrings: [
      'commonChart:\\s*\\{?(?:[^\\n{}#]*,|\\s*\\n\\s+repository:[^\\n]*\\n)?\\s*version:\\s*["\']?(?<currentValue>[^\\s"\',}]+)',
    ],
    depNameTemplate: name,
    ...(oci
      ? {
          datasourceTemplate: 'docker',
          packageNameTemplate: `${repository
            .slice('oci://'.length)
            .replace(/\/+$/, '')}/${name}`,
        }
      : { datasourceTemplate: 'helm', registryUrlTemplate: repository }),
    versioningTemplate: 'helm',
  };
}
