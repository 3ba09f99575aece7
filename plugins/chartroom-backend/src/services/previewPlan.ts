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

import {
  parseOperation,
  type Finding,
} from '@chartroom/backstage-plugin-chartroom-common';
import {
  planOperation,
  type OperationServices,
} from '@chartroom/backstage-plugin-chartroom-node';
import { describeFile, type PlannedFile } from './describeFile';

/** Of a request that has none. */
const PREVIEW_ID = 'preview-of-a-plan';

/**
 * What carrying out an operation would change.
 *
 * @internal
 */
export interface PlanPreview {
  /** Commit of the platform repository that the plan stands on. */
  readonly baseCommit: string;
  readonly planDigest: string;
  readonly findings: readonly Finding[];
  readonly files: readonly PlannedFile[];
}

/**
 * Plans an operation and shows each file's difference; changes nothing.
 *
 * @param options - `operation` is as it came from outside, with or without an id.
 *
 * @internal
 */
export async function previewPlan(options: {
  platform: string;
  operation: Record<string, unknown>;
  services: OperationServices;
  signal?: AbortSignal;
}): Promise<PlanPreview> {
  const { platform, services, signal } = options;
  const operation = parseOperation({
    id: PREVIEW_ID,
    ...options.operation,
    platform,
  });
  const { plan, baseCommit, planDigest, snapshot } = await planOperation({
    operation,
    services,
    preview: options.operation.id === undefined,
    signal,
  });
  const before = snapshot.platform.files;
  return {
    baseCommit,
    planDigest,
    findings: plan.findings,
    files: [
      ...[...plan.serviceFiles].map(([path, after]) =>
        describeFile({ repository: 'service', path, after }),
      ),
      ...plan.platformChanges.map(change =>
        describeFile({
          repository: 'platform',
          path: change.path,
          before: before.get(change.path),
          after: change.kind === 'write' ? change.content : undefined,
        }),
      ),
    ],
  };
}
