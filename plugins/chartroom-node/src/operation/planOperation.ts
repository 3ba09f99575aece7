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

import { createHash } from 'node:crypto';
import {
  operationDigest,
  plan,
  withoutService,
  type Finding,
  type Operation,
  type Plan,
  type Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { PlatformSnapshot } from '../platform';
import { gatherFacts, type GatheredFacts } from './gatherFacts';
import type { OperationServices } from './OperationServices';

/** With more services a whole plan takes too long for what is shown while a person types. */
const MOST_IN_WHOLE_PREVIEW = 200;

/**
 * A plan with what it stands on.
 *
 * @public
 */
export interface PlannedOperation extends GatheredFacts {
  /** The platform that the plan stands on: without the service, where this operation entered it already. */
  readonly snapshot: PlatformSnapshot;
  readonly plan: Plan;
  /** Commit of the platform repository that was read. */
  readonly baseCommit: string;
  /** `sha256:` of all that the plan follows from, except the time and the operation's id. */
  readonly planDigest: string;
  /** Whether this same operation has entered the service in the platform's repository already. */
  readonly entered: boolean;
}

/**
 * Asks the world and plans an operation; changes nothing.
 *
 * @remarks
 * The preview, the actions and the command all call this function. A plan of an
 * operation that was carried out in part is the same plan again: it stands on
 * the platform without the service.
 *
 * @public
 */
export async function planOperation(options: {
  operation: Operation;
  services: OperationServices;
  /** Entity ref of the software template. */
  sourceTemplate?: string;
  /**
   * Nobody has begun this operation: nothing that is there can be its own. Of a
   * large platform the files that only Chartroom writes are left out, and that is said.
   */
  preview?: boolean;
  /** Leave out the files that only Chartroom writes: they follow from the others. */
  isPartial?: boolean;
  signal?: AbortSignal;
}): Promise<PlannedOperation> {
  const { operation } = options;
  const gathered = await gatherFacts(options);
  const { facts, snapshot } = gathered;
  const entered =
    gathered.serviceRepository.state === 'own' &&
    isEntered({
      platform: snapshot.platform,
      name: operation.service.name,
      repository: facts.serviceRepository.webUrl,
    });
  const platform = entered
    ? withoutService({
        platform: snapshot.platform,
        name: operation.service.name,
        now: facts.now,
      }).platform
    : snapshot.platform;

  const isShortened = isShortenedPreview({ ...options, platform });
  const planned = plan({
    ...{ platform, operation, facts },
    isPartial: options.isPartial || isShortened,
  });
  const { now, ...lasting } = facts;
  const digest = createHash('sha256')
    .update(
      JSON.stringify([
        operationDigest({ operation }),
        snapshot.commit,
        lasting,
      ]),
    )
    .digest('hex');
  return {
    ...gathered,
    snapshot: { ...snapshot, platform },
    plan: {
      ...planned,
      findings: [
        ...modeFindings(snapshot),
        ...planned.findings,
        ...(isShortened ? [shortenedFinding(platform)] : []),
      ],
    },
    baseCommit: snapshot.commit,
    planDigest: `sha256:${digest}`,
    entered,
  };
}

/**
 * Whether a platform has a service with just this repository.
 *
 * @internal
 */
export function isEntered(options: {
  platform: Platform;
  name: string;
  /** Web address. */
  repository: string;
}): boolean {
  const { platform, name, repository } = options;
  return (
    platform.matrix?.services.some(
      service => service.name === name && service.repository === repository,
    ) ?? false
  );
}

function isShortenedPreview(options: {
  preview?: boolean;
  platform: Platform;
}): boolean {
  const { preview = false, platform } = options;
  return (
    preview && (platform.matrix?.services.length ?? 0) > MOST_IN_WHOLE_PREVIEW
  );
}

function shortenedFinding(platform: Platform): Finding {
  return {
    rule: 'plan-shortened',
    severity: 'info',
    file: platform.matrixFile,
    message:
      'Files that only Chartroom writes, such as the diagram, change too, and are not shown: the platform is large.',
  };
}

function modeFindings(snapshot: PlatformSnapshot): Finding[] {
  const { config, platform } = snapshot;
  return config.mode === 'commit'
    ? []
    : [
        {
          rule: 'platform-mode',
          severity: 'error',
          file: platform.matrixFile,
          message: `Platform "${config.name}" takes changes by ${config.mode}, which creating a service cannot do yet.`,
          fix: `Write "mode: commit" in 'chartroom.platforms'.`,
        },
      ];
}
