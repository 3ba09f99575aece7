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

import type { DerivedFile } from '../DerivedFile';
import type { GitopsPlatform } from './GitopsPlatform';
import { policiesDelivery } from './policiesDelivery';
import { tierApplicationSet } from './tierApplicationSet';
import { tierReleases } from './tierReleases';
import { tiers } from './tiers';
import { tierWaves } from './tierWaves';

/**
 * A release for each service and environment: an ApplicationSet for each tier,
 * and what it releases where.
 *
 * @internal
 */
export function applicationsDelivery(options: GitopsPlatform): DerivedFile[] {
  const { matrix } = options;
  const { environments } = matrix;
  const waves = tierWaves({ matrix });
  return [
    ...[...tiers({ matrix })].flatMap(([tier, services]) => [
      tierApplicationSet({ ...options, tier, wave: waves.get(tier) ?? 0 }),
      ...environments.map(environment =>
        tierReleases({ ...options, environment, tier, services }),
      ),
    ]),
    ...policiesDelivery(options),
  ];
}
