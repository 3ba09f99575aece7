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

import type { Finding } from '../check';
import type { Platform } from '../platform';
import type { Operation, Plan, PlanFacts } from './types';

/**
 * A plan that changes nothing, and says why.
 *
 * @internal
 */
export function refusedPlan(options: {
  platform: Platform;
  operation: Operation;
  facts: PlanFacts;
  findings: readonly Finding[];
}): Plan {
  const { platform, operation, facts, findings } = options;
  const { name, description, owner, language, port, exposed } =
    operation.service;
  return {
    operation,
    serviceFiles: new Map(),
    platformChanges: [],
    entities: [],
    skeletonContext: {
      name,
      description,
      owner,
      system: platform.matrix?.system ?? '',
      language,
      port: port ?? 0,
      exposed,
      image: '',
      repositoryUrl: facts.serviceRepository.webUrl,
      cloneUrl: facts.serviceRepository.cloneUrl,
      defaultBranch: facts.serviceRepository.defaultBranch,
      platformUrl: facts.platform.webUrl,
      chartRepository: platform.matrix?.charts?.repository ?? '',
      chartVersion: facts.chartVersion,
      dependencies: [],
    },
    findings,
  };
}
