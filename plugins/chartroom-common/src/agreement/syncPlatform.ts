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
import type { FileChange, FileTree } from '../files';
import { changesBetween } from '../files/changesBetween';
import { readPlatform } from '../platform';
import { applyChanges } from './applyChanges';
import { readingFindings } from './checkPlatform';
import { disagreements } from './disagreements';
import type { AgreementEvidence } from './evidence/AgreementEvidence';
import { inOrder } from './inOrder';
import { isMatrixSound } from './isMatrixSound';

/** Charts, then the umbrella, then its lock: what follows from what is no deeper. */
const mostRounds = 8;

/**
 * Makes a platform repository agree with its matrix, as far as that can be done
 * without a person.
 *
 * @remarks
 * Nothing is written from a matrix with errors. Of files that people write too
 * only what must change does; one that cannot be edited safely is left whole,
 * and said so in a finding `edit-refused`. What is left after that is in
 * `findings`, as `checkPlatform` would say it. A second call changes nothing.
 *
 * @public
 */
export function syncPlatform(options: {
  files: FileTree;
  /** Path of the service matrix; default `service-matrix.yaml`. */
  matrixPath?: string;
  /** ISO 8601 in UTC; written to Chart.lock. */
  now: string;
  /** What was found out besides the files of the repository. */
  evidence?: AgreementEvidence;
}): { changes: FileChange[]; findings: Finding[] } {
  const { matrixPath, now, evidence } = options;
  let files = options.files;
  let platform = readPlatform({ files, matrixPath });
  const refused = new Map<string, Finding>();
  const findings = (found: readonly Finding[]) =>
    inOrder({
      findings: [
        ...readingFindings({ platform }),
        ...found,
        ...refused.values(),
      ],
    });
  for (let round = 0; ; round += 1) {
    const found = disagreements({ platform, now, evidence });
    const applied =
      round < mostRounds && isMatrixSound(platform)
        ? applyChanges({
            files,
            changes: found.flatMap(({ changes }) => changes),
            parsed: platform.parsed,
            refused,
          })
        : files;
    if (applied === files) {
      return {
        changes: changesBetween({ before: options.files, after: files }),
        findings: findings(found.map(({ finding }) => finding)),
      };
    }
    files = applied;
    platform = readPlatform({ files, matrixPath, previous: platform });
  }
}
