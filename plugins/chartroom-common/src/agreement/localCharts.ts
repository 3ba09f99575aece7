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
import type { Service } from '../matrix';
import type { AgreementContext } from './AgreementContext';
import { handMadeChart } from './handMadeChart';

/**
 * The chart of a service in the platform repository.
 *
 * @internal
 */
export interface LocalChart {
  readonly service: Service;
  readonly folder: string;
}

const known = new WeakMap<
  AgreementContext,
  { readonly there: readonly LocalChart[]; readonly missing: LocalChart[] }
>();

/**
 * The charts that are in `charts/<name>` of the platform repository, and those
 * that should be; without those that people made in another way.
 *
 * @internal
 */
export function localCharts(options: { context: AgreementContext }): {
  readonly there: readonly LocalChart[];
  readonly missing: readonly LocalChart[];
} {
  const { context } = options;
  const before = known.get(context);
  if (before) {
    return before;
  }
  const { matrix, platform } = context;
  const there: LocalChart[] = [];
  const missing: LocalChart[] = [];
  for (const service of matrix.services) {
    if (isLocalService({ service }) && !handMadeChart({ context, service })) {
      const folder = `charts/${service.name}`;
      const isThere = platform.files.has(`${folder}/Chart.yaml`);
      (isThere ? there : missing).push({ service, folder });
    }
  }
  const found = { there, missing };
  known.set(context, found);
  return found;
}
