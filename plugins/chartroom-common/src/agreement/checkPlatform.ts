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
import { disagreements, isOurs } from './disagreements';
import type { AgreementEvidence } from './evidence/AgreementEvidence';
import { inOrder } from './inOrder';

/**
 * Lists where a platform repository disagrees with itself: what is wrong with
 * the files that it was read from, and every rule of the agreement that does
 * not hold; by file and line.
 *
 * @public
 */
export function checkPlatform(options: {
  platform: Platform;
  /** What was found out besides the files of the repository. */
  evidence?: AgreementEvidence;
}): Finding[] {
  const found = disagreements(options).map(({ finding }) => finding);
  const { platform } = options;
  return inOrder({ findings: [...readingFindings({ platform }), ...found] });
}

/**
 * What reading a platform found and no rule of the agreement says better.
 *
 * @internal
 */
export function readingFindings(options: { platform: Platform }): Finding[] {
  return options.platform.findings.filter(({ rule }) => !isOurs(rule));
}
