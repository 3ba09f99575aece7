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

import { parse } from 'yaml';
import { checkPlatform } from '../../agreement';
import type { FileTree } from '../../files';
import { withChanges } from '../../files/withChanges';
import { readPlatform } from '../../platform';
import { planPlatformOperation } from '../planPlatformOperation';
import type { PlatformOperation } from '../PlatformOperation';

/** Does an operation, and reads what has become of the platform. */
export function operate(files: FileTree, operation: PlatformOperation) {
  const now = '2026-12-01T10:00:00.000Z';
  const planned = planPlatformOperation({ files, operation, now });
  const after = withChanges({ files, changes: planned.changes });
  const platform = readPlatform({ files: after });
  return {
    ...planned,
    after,
    errors: checkPlatform({ platform }).filter(
      ({ severity }) => severity === 'error',
    ),
    paths: planned.changes.map(({ kind, path }) => `${kind} ${path}`),
    read: (path: string) => parse(after.get(path) ?? ''),
  };
}
