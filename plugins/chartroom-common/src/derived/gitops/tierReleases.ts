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

import type { Environment, Service } from '../../matrix';
import type { DerivedFile } from '../DerivedFile';
import { argocdFile } from './argocdFile';
import type { GitopsPlatform } from './GitopsPlatform';
import { isReleased } from './isReleased';
import { releasedChart } from './releasedChart';
import { releasesPath } from './releasesPath';

/**
 * What of a tier runs in an environment, and from which charts: a list that the
 * tier's ApplicationSet reads at the environment's own revision, so that moving
 * the revision moves versions and values together.
 *
 * @internal
 */
export function tierReleases(
  options: GitopsPlatform & {
    environment: Environment;
    tier: string;
    services: readonly Service[];
  },
): DerivedFile {
  const { environment, tier, services } = options;
  const releases = services.flatMap(service => {
    const chart = releasedChart({ ...options, service });
    return chart && isReleased({ ...options, service })
      ? [{ service: service.name, ...chart }]
      : [];
  });
  return argocdFile({
    path: releasesPath({ environment, tier }),
    documents: [releases],
  });
}
