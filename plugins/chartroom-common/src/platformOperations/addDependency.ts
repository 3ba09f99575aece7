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

import { quoted } from '../check/quoted';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { AddDependencyOperation } from './PlatformOperation';
import { refuse } from './refuse';
import { unknownName } from './unknownName';

/**
 * Enters a dependency below a service of the matrix.
 *
 * @internal
 */
export function addDependency(
  options: OperationSubject<AddDependencyOperation>,
): OperationEdits {
  const { platform, matrix, operation } = options;
  const { matrixFile: file } = platform;
  const known = matrix.services.map(({ name }) => name);
  const unknown = [operation.service, operation.dependency.name].filter(
    name => !known.includes(name),
  );
  if (unknown.length > 0) {
    const rule = 'dependency-unknown-service';
    return {
      refusals: unknown.flatMap(
        name =>
          refuse(unknownName({ rule, file, thing: 'service', name, known }))
            .refusals,
      ),
    };
  }
  const service = matrix.services.find(it => it.name === operation.service);
  const { dependency } = operation;
  const there = service?.dependencies.find(it => it.name === dependency.name);
  if (there) {
    return refuse({
      rule: 'dependency-exists',
      file,
      line: there.line,
      message: `${quoted(operation.service)} depends on ${quoted(
        dependency.name,
      )} already.`,
    });
  }
  const item =
    Object.keys(dependency).length === 1 ? dependency.name : dependency;
  const isListed = (service?.dependencies.length ?? 0) > 0;
  const path = ['services', { key: 'name', value: operation.service }];
  return {
    edits: [
      {
        file,
        edits: isListed
          ? [
              {
                op: 'ensureListItem',
                path: [...path, 'dependencies'],
                key: 'name',
                item,
              },
            ]
          : [
              { op: 'removeMapEntry', path, key: 'dependencies' },
              {
                op: 'ensureMapEntry',
                path,
                key: 'dependencies',
                value: [item],
              },
            ],
      },
    ],
  };
}
