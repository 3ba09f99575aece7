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
import type { Service } from '../matrix';

/**
 * Says which files an operation left as they were, since they did not agree
 * before it: to repair them is no part of what was asked for.
 *
 * @internal
 */
export function leftFindings(options: {
  /** Paths. */
  left: readonly string[];
  service: Service;
}): Finding[] {
  const { left, service } = options;
  const [file] = left;
  if (file === undefined) {
    return [];
  }
  const isOne = left.length === 1;
  return [
    {
      rule: 'platform-disagreement',
      severity: 'warning',
      file,
      message: `${new Intl.ListFormat('en-GB').format(left)} ${
        isOne ? 'does' : 'do'
      } not agree with the matrix already, and ${
        isOne ? 'is' : 'are'
      } left without ${service.name}.`,
      fix: 'Run chartroom sync in the platform repository.',
    },
  ];
}
