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

import { useApi } from '@backstage/frontend-plugin-api';
import { chartroomApiRef } from '../../api';
import type { PlanPreview, RequestedService } from '../../api';
import { useLatestAnswer } from '../../asking';
import type { LatestAnswer } from '../../asking';
import type { ServiceForm } from '../readServiceForm';
import { refuseByPattern } from '../serviceName/decideServiceName';

/** How long the form must stand still before a plan is asked for. */
const delayMilliseconds = 600;

/**
 * Asks for the plan of the form as it stands, once it says enough.
 *
 * @returns The plan as far as it is known, and labels of what is missing.
 *
 * @internal
 */
export function usePlan(form: ServiceForm): {
  plan: LatestAnswer<PlanPreview>;
  missing: readonly string[];
} {
  const api = useApi(chartroomApiRef);
  const missing = missingValues(form);
  const service: RequestedService = {
    name: form.name ?? '',
    description: form.description ?? '',
    owner: form.owner ?? '',
    language: form.language ?? '',
    port: form.port,
    exposed: form.exposed,
    dependencies: form.dependencies,
  };
  const plan = useLatestAnswer({
    question:
      missing.length === 0
        ? JSON.stringify([form.platform, service])
        : undefined,
    ask: () => api.planService({ platform: form.platform!, service }),
    delayMilliseconds,
  });
  return { plan, missing };
}

function missingValues(form: ServiceForm): string[] {
  const missing = [];
  if (!form.platform) {
    missing.push('a platform');
  }
  if (!form.name || refuseByPattern(form.name)) {
    missing.push('a name');
  }
  if (!form.owner) {
    missing.push('an owner');
  }
  if (!form.language) {
    missing.push('a language');
  }
  return missing;
}
