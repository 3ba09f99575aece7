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

import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { PromoteOperation } from './PlatformOperation';
import { refuse } from './refuse';
import { unknownName } from './unknownName';

/**
 * Moves the one line that says which umbrella an environment deploys.
 *
 * @internal
 */
export function promote(
  options: OperationSubject<PromoteOperation>,
): OperationEdits {
  const { platform, matrix, operation } = options;
  const environment = matrix.environments.find(
    ({ name }) => name === operation.environment,
  );
  if (!environment) {
    return refuse(
      unknownName({
        rule: 'promote-unknown-environment',
        file: platform.matrixFile,
        thing: 'environment',
        name: operation.environment,
        known: matrix.environments.map(({ name }) => name),
      }),
    );
  }
  const path = ['environments', { key: 'name', value: environment.name }];
  return {
    edits: [
      {
        file: platform.matrixFile,
        edits: [
          environment.ref === undefined
            ? { op: 'ensureMapEntry', path, key: 'ref', value: operation.ref }
            : { op: 'setScalar', path: [...path, 'ref'], value: operation.ref },
        ],
      },
    ],
  };
}
