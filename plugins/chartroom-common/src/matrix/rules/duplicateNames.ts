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

import type { Finding } from '../../check';
import { quoted } from '../../check/quoted';
import { comparableName } from '../checkServiceName';
import type { MatrixRule } from './MatrixRule';

/**
 * Two services with one name, also where only case or `-` and `_` differ: they
 * would share environment names.
 *
 * @internal
 */
export const duplicateNames: MatrixRule = ({ matrix, file }) => {
  const first = new Map<string, { name: string; line: number }>();
  return matrix.services.flatMap((service): Finding[] => {
    const key = comparableName(service.name);
    const other = first.get(key);
    if (!other) {
      first.set(key, service);
      return [];
    }
    return [
      {
        rule: 'matrix-duplicate-name',
        severity: 'error',
        file,
        line: service.line,
        message:
          other.name === service.name
            ? `${quoted(service.name)} is listed twice, first in line ${
                other.line
              }.`
            : `${quoted(service.name)} cannot be told apart from ${quoted(
                other.name,
              )} in line ${
                other.line
              } where environment names are made from it.`,
        fix: 'Rename or remove one of the two.',
      },
    ];
  });
};
