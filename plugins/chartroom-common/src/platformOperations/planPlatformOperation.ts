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

import { syncPlatform } from '../agreement';
import type { Finding } from '../check';
import type { FileChange, FileTree } from '../files';
import { changesBetween } from '../files/changesBetween';
import { withChanges } from '../files/withChanges';
import { readPlatform } from '../platform';
import { editYaml, YamlEditRefusedError } from '../yaml';
import { addDependency } from './addDependency';
import { addService } from './addService';
import { findingsBeforeChanges } from './findingsBeforeChanges';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { PlatformOperation } from './PlatformOperation';
import { promote } from './promote';
import { refusingFindings } from './refusingFindings';
import { release } from './release';
import { retire } from './retire';

/** What each kind of operation does by itself; a new one is a file and a line here. */
const operations: {
  readonly [K in PlatformOperation['kind']]: (
    options: OperationSubject<Extract<PlatformOperation, { kind: K }>>,
  ) => OperationEdits;
} = {
  'add-service': addService,
  'add-dependency': addDependency,
  release,
  promote,
  retire,
};

/**
 * Computes all that an operation changes in a platform repository, with all that follows from it.
 *
 * @remarks
 * The operation makes its own few edits, and the agreement writes the rest. A
 * finding of severity `error` that was not there before, and a file that cannot
 * be edited as the operation needs, refuse the whole: then there are no changes,
 * and the lines of the findings are those of the files as they are.
 *
 * @public
 */
export function planPlatformOperation(options: {
  files: FileTree;
  /** Path of the service matrix; default `service-matrix.yaml`. */
  matrixPath?: string;
  operation: PlatformOperation;
  /** ISO 8601 in UTC; written to Chart.lock. */
  now: string;
}): { changes: FileChange[]; findings: Finding[] } {
  const { files, matrixPath, operation, now } = options;
  const platform = readPlatform({ files, matrixPath });
  const { matrix, umbrella } = platform;
  const errors = platform.findings.filter(isError);
  if (errors.length > 0 || !matrix) {
    return { changes: [], findings: errors };
  }
  const operate = operations[operation.kind] as (
    subject: OperationSubject<PlatformOperation>,
  ) => OperationEdits;
  const done = operate({ platform, matrix, umbrella, operation });
  if (done.refusals) {
    return { changes: [], findings: [...done.refusals] };
  }
  const refused = (findings: readonly Finding[], after: FileTree) => {
    const unmade = changesBetween({ before: files, after });
    return {
      changes: [],
      findings: findingsBeforeChanges({
        ...{ files, changes: unmade },
        findings: findings.map(withFix),
      }),
    };
  };
  const edited = new Map(files);
  try {
    applyEdits({ files: edited, done });
  } catch (error) {
    if (error instanceof YamlEditRefusedError) {
      return refused([editRefused(error)], edited);
    }
    throw error;
  }
  const refusals = readPlatform({
    ...{ files: edited, matrixPath },
  }).findings.filter(isError);
  if (refusals.length > 0) {
    return refused(refusals, edited);
  }
  const synced = syncPlatform({ files: edited, matrixPath, now });
  const after = withChanges({ files: edited, changes: synced.changes });
  const refusing = refusingFindings({
    ...{ before: platform, findings: synced.findings, now },
    readAfter: () => readPlatform({ files: after, matrixPath }),
  });
  return refusing.length > 0
    ? refused(refusing, after)
    : {
        changes: changesBetween({ before: files, after }),
        findings: [...(done.notes ?? []), ...synced.findings],
      };
}

function editRefused(error: YamlEditRefusedError): Finding {
  const { file, line, message } = error;
  return { rule: 'edit-refused', severity: 'error', file, line, message };
}

/** Who is told to make a change by hand was told which; here it is not made yet. */
function withFix(finding: Finding): Finding {
  return finding.rule === 'edit-refused'
    ? {
        fix: 'Write that place in a plainer way, and run the command again.',
        ...finding,
      }
    : finding;
}

function isError(finding: Finding): boolean {
  return finding.severity === 'error';
}

/** Throws YamlEditRefusedError, and leaves the file in question as it is. */
function applyEdits(options: {
  files: Map<string, string>;
  done: OperationEdits;
}): void {
  const { files, done } = options;
  done.additions?.forEach(({ path, content }) => files.set(path, content));
  for (const { file, edits } of done.edits ?? []) {
    if (edits.length > 0) {
      const text = files.get(file) ?? '';
      files.set(file, editYaml({ file, text, edits }).text);
    }
  }
  done.deletions?.forEach(({ path }) => files.delete(path));
}
