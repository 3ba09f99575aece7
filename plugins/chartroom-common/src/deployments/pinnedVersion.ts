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

import { isLocalService } from '../charts/isLocalService';
import { umbrellaIndex } from '../charts/umbrellaIndex';
import type { Service } from '../matrix';
import type { Platform } from '../platform';
import { chartField } from './chartField';

/**
 * The version of a service's chart that a platform wants: the umbrella's pin, or, where each service is a release of its
 * own, that of its folder.
 *
 * @internal
 */
export function pinnedVersion(options: {
  platform: Platform;
  service: Service;
}): string | undefined {
  const { platform, service } = options;
  const { umbrella, matrix } = platform;
  const pin =
    umbrella && umbrellaIndex({ umbrella }).get(service.name)?.entry.version;
  if (pin !== undefined || matrix?.delivery !== 'applications') {
    return pin;
  }
  return isLocalService({ service })
    ? chartField({
        platform,
        file: `charts/${service.name}/Chart.yaml`,
        field: 'version',
      })
    : undefined;
}
