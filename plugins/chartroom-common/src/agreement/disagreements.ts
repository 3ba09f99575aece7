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
import { documentsOf } from '../platform/readings';
import type { Platform } from '../platform';
import type { AgreementChange } from './AgreementChange';
import type { AgreementContext } from './AgreementContext';
import type { AgreementRule } from './AgreementRule';
import type { AgreementEvidence } from './evidence/AgreementEvidence';
import { isMatrixSound } from './isMatrixSound';
import { agreementRules } from './rules';

/**
 * A finding with what would make it go.
 *
 * @internal
 */
export interface MendableFinding {
  readonly finding: Finding;
  readonly changes: readonly AgreementChange[];
}

/**
 * Asks every rule about a platform. Nothing is asked where there is no sound matrix,
 * and nothing is said about a file that cannot be read: that comes first.
 *
 * @internal
 */
export function disagreements(options: {
  platform: Platform;
  /** ISO 8601 in UTC; absent in a check. */
  now?: string;
  evidence?: AgreementEvidence;
  /** By default all. */
  rules?: readonly AgreementRule[];
  /** Names of the services that are asked about; by default all. */
  services?: ReadonlySet<string>;
  /** Leave out files that only Chartroom writes. */
  isPartial?: boolean;
}): MendableFinding[] {
  const { platform, rules = agreementRules } = options;
  const { matrix, matrixFile } = platform;
  if (!matrix || !isMatrixSound(platform)) {
    return [];
  }
  const context = contextOf({ ...options, matrix });
  const unreadable = new Set(
    platform.findings.flatMap(({ severity, rule, file }) =>
      severity === 'error' && !isOurs(rule) && file !== matrixFile
        ? [file]
        : [],
    ),
  );
  const found: MendableFinding[] = [];
  for (const rule of rules) {
    for (const { finding, changes = [] } of rule.check(context)) {
      const touched = [finding.file, ...changes.map(({ path }) => path)];
      if (!touched.some(path => unreadable.has(path))) {
        found.push({ finding: complete({ rule, finding, changes }), changes });
      }
    }
  }
  return found;
}

/**
 * Whether a rule of the agreement says what reading a platform says too.
 *
 * @internal
 */
export function isOurs(rule: string): boolean {
  return agreementRules.some(({ id }) => id === rule);
}

function contextOf(
  options: Parameters<typeof disagreements>[0] & {
    matrix: AgreementContext['matrix'];
  },
): AgreementContext {
  const { platform, matrix, now, evidence, isPartial = false } = options;
  const documents = documentsOf({ platform });
  const { files } = platform;
  return {
    platform,
    matrix,
    services: options.services
      ? matrix.services.filter(({ name }) => options.services?.has(name))
      : matrix.services,
    isPartial,
    umbrella: matrix.delivery === 'umbrella' ? platform.umbrella : undefined,
    now,
    evidence,
    document: file => documents.find({ files, file }).document,
    problems: file => documents.find({ files, file }).findings,
  };
}

function complete(options: {
  rule: AgreementRule;
  finding: Omit<Finding, 'rule' | 'severity'> & Partial<Finding>;
  changes: readonly AgreementChange[];
}): Finding {
  const { rule, finding, changes } = options;
  const fix =
    finding.fix ?? (changes.length > 0 ? 'Run chartroom sync.' : undefined);
  return {
    rule: finding.rule ?? rule.id,
    severity: finding.severity ?? rule.severity,
    file: finding.file,
    ...(finding.line !== undefined && { line: finding.line }),
    message: finding.message,
    ...(fix !== undefined && { fix }),
  };
}
