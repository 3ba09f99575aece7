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

import type { Service } from '../matrix';
import type { Platform } from '../platform';
import type { DerivedFile } from './DerivedFile';
import { environmentValues } from './gitops/environmentValues';

/**
 * The values of services in each environment, which people write too; none
 * where the umbrella delivers all services together.
 *
 * @internal
 */
export function environmentFiles(options: {
  platform: Platform;
  /** By default all. */
  services?: readonly Service[];
}): DerivedFile[] {
  const { platform } = options;
  const { matrix } = platform;
  const { gitops } = matrix ?? {};
  if (!matrix || !gitops || matrix.delivery !== 'applications') {
    return [];
  }
  const { services = matrix.services } = options;
  return matrix.environments.flatMap(environment =>
    services.flatMap(service =>
      environmentValues({ platform, matrix, gitops, environment, service }),
    ),
  );
}
