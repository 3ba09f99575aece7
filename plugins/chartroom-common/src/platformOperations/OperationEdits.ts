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

import type { Umbrella } from '../charts';
import type { FileChange } from '../files';
import type { Finding } from '../check';
import type { Matrix } from '../matrix';
import type { Platform } from '../platform';
import type { YamlEdit } from '../yaml';

/**
 * What an operation looks at.
 *
 * @internal
 */
export interface OperationSubject<T> {
  readonly platform: Platform;
  readonly matrix: Matrix;
  /** Absent: the platform delivers separate applications, and has none. */
  readonly umbrella?: Umbrella;
  readonly operation: T;
}

/**
 * What an operation does by itself; all that follows from it is the business of the agreement.
 *
 * @internal
 */
export interface OperationEdits {
  /** Why it cannot be done; then nothing is. */
  readonly refusals?: readonly Finding[];
  /** What a person should know when it is done. */
  readonly notes?: readonly Finding[];
  /** Files that are made before they are edited. */
  readonly additions?: ReadonlyArray<
    Extract<FileChange, { readonly kind: 'write' }>
  >;
  readonly edits?: ReadonlyArray<{
    readonly file: string;
    readonly edits: readonly YamlEdit[];
  }>;
  readonly deletions?: ReadonlyArray<
    Extract<FileChange, { readonly kind: 'delete' }>
  >;
}
