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

import type { Matrix, Service } from '../matrix';
import { dependencyWirings, type EngineProfile } from '../wiring';
import { stringifyYaml } from '../yaml';

/**
 * The values-local.yaml of a service's chart: where its dependencies are, for an
 * installation without the umbrella.
 *
 * @internal
 */
export function localValues(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): { text: string; wiring: object } {
  const { matrix, service } = options;
  const wiring = { dependencies: dependencyWirings(options) };
  const text = `# Where the dependencies of ${
    service.name
  } are, for an installation without the umbrella of
# ${matrix.system}: helm install ${service.name} . --values values-local.yaml
${stringifyYaml({ wiring })}`;
  return { text, wiring };
}
