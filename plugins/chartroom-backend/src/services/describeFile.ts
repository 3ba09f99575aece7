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

import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff';

const NO_FILE = '/dev/null';

/**
 * One file that an operation would make, change or remove.
 *
 * @internal
 */
export interface PlannedFile {
  readonly repository: 'service' | 'platform';
  readonly path: string;
  readonly kind: 'create' | 'update' | 'delete';
  /** Unified diff. */
  readonly diff: string;
}

/**
 * Shows what happens to a file, as git would.
 *
 * @internal
 */
export function describeFile(options: {
  repository: PlannedFile['repository'];
  path: string;
  /** Absent: the file is made. */
  before?: string;
  /** Absent: the file is removed. */
  after?: string;
}): PlannedFile {
  const { repository, path, before, after } = options;
  return {
    repository,
    path,
    kind: kindOf(options),
    diff: createTwoFilesPatch(
      before === undefined ? NO_FILE : `a/${path}`,
      after === undefined ? NO_FILE : `b/${path}`,
      before ?? '',
      after ?? '',
      undefined,
      undefined,
      { context: 3, headerOptions: FILE_HEADERS_ONLY },
    ),
  };
}

function kindOf(options: {
  before?: string;
  after?: string;
}): PlannedFile['kind'] {
  if (options.before === undefined) {
    return 'create';
  }
  return options.after === undefined ? 'delete' : 'update';
}
