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

import { serviceEntity } from '../catalog';
import type { Umbrella } from '../charts';
import { lockFindings } from '../charts/pinEdits';
import type { Finding } from '../check';
import { serviceFindings } from '../matrix/matrixFindings';
import type { Matrix, Service } from '../matrix';
import type { Platform } from '../platform';
import { YamlEditRefusedError } from '../yaml';
import { draftNotes } from './draftNotes';
import { draftService } from './draftService';
import { operationFindings } from './operationFindings';
import { platformChanges } from './platformChanges';
import { refusedPlan } from './refusedPlan';
import { serviceFiles } from './serviceFiles';
import { skeletonContext } from './skeletonContext';
import type { Operation, Plan, PlanFacts } from './types';

/**
 * Computes all that an operation would change, and touches nothing.
 *
 * @remarks
 * It is a pure function: the same platform, operation and facts give the same
 * plan. After a push that came too late it is called again with the new files.
 * A plan with a finding of severity `error` holds no changes.
 *
 * @public
 */
export function plan(options: {
  platform: Platform;
  operation: Operation;
  facts: PlanFacts;
  /**
   * Leave out the files that only Chartroom writes. They follow from the others,
   * and take longest: for what is shown while a person types.
   */
  isPartial?: boolean;
}): Plan {
  const { platform, operation, facts } = options;
  const findings = [
    ...platform.findings.filter(finding => finding.severity === 'error'),
    ...pinFindings(options),
    ...operationFindings(options),
  ];
  const { matrix, umbrella } = platform;
  if (findings.length > 0 || !matrix || !umbrella) {
    return refusedPlan({ ...options, findings });
  }
  const service = draftService({
    operation,
    matrix,
    repository: facts.serviceRepository.webUrl,
  });
  findings.push(...draftFindings({ platform, matrix, service }));
  findings.push(...lockFindings({ umbrella }));
  if (findings.some(finding => finding.severity === 'error')) {
    return refusedPlan({ ...options, findings });
  }
  try {
    return changingPlan({ ...options, matrix, umbrella, service, findings });
  } catch (error) {
    if (error instanceof YamlEditRefusedError) {
      findings.push({
        rule: 'edit-refused',
        severity: 'error',
        file: error.file,
        line: error.line,
        message: error.message,
      });
      return refusedPlan({ ...options, findings });
    }
    throw error;
  }
}

function changingPlan(options: {
  platform: Platform;
  operation: Operation;
  facts: PlanFacts;
  matrix: Matrix;
  umbrella: Umbrella;
  service: Service;
  findings: Finding[];
  isPartial?: boolean;
}): Plan {
  const { platform, operation, facts, service, findings } = options;
  const { changes, matrix, findings: left } = platformChanges(options);
  const drafted = {
    operation,
    facts,
    matrix,
    service,
    profiles: platform.profiles,
  };
  const context = skeletonContext(drafted);
  const entity = serviceEntity({
    matrix,
    service,
    place: { namespace: facts.platform.catalogNamespace },
    lifecycle: 'experimental',
    sourceTemplate: facts.sourceTemplate,
  });
  return {
    operation,
    serviceFiles: serviceFiles({ ...drafted, entity }),
    platformChanges: changes,
    entities: [entity],
    skeletonContext: context,
    findings: [
      ...findings,
      ...left,
      ...draftNotes({
        service,
        dependencies: context.dependencies,
        file: platform.matrixFile,
      }),
    ],
  };
}

/** Separate applications need no umbrella to run, but the version of a service is pinned there. */
function pinFindings({ platform }: { platform: Platform }): Finding[] {
  return platform.findings
    .filter(
      ({ rule, severity }) =>
        rule === 'umbrella-missing' && severity !== 'error',
    )
    .map(finding => ({
      ...finding,
      severity: 'error',
      message: `${finding.message.replace(
        /\.$/,
        '',
      )}, where the versions of services are pinned.`,
    }));
}

/** The rules of the matrix, asked about a service that is not in it yet. */
function draftFindings(options: {
  platform: Platform;
  matrix: Matrix;
  service: Service;
}): Finding[] {
  const { platform, matrix, service } = options;
  return serviceFindings({
    matrix: { ...matrix, services: [...matrix.services, service] },
    service,
    file: platform.matrixFile,
    profiles: platform.profiles,
  }).map(({ line, ...finding }) => finding);
}
