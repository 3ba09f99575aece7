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
import type { Finding } from '../check';
import type { Matrix, Service } from '../matrix';
import type { Platform } from '../platform';
import type { AgreementEvidence } from './evidence/AgreementEvidence';

/**
 * A YAML file as plain values, which knows where each of them stands.
 *
 * @public
 */
export interface AgreementDocument {
  readonly value: unknown;
  /** The line of the value at a path, counted from 1; that of the nearest parent where there is none. */
  lineAt(path: ReadonlyArray<string | number>): number;
}

/**
 * What a rule of the agreement sees.
 *
 * @public
 */
export interface AgreementContext {
  readonly platform: Platform;
  readonly matrix: Matrix;
  /** Those that are asked about: all of the matrix, or those that an operation touches. */
  readonly services: readonly Service[];
  /** Files that only Chartroom writes are left out. */
  readonly isPartial: boolean;
  /** Absent: there is none, it cannot be read, or the platform delivers separate applications. */
  readonly umbrella?: Umbrella;
  /** ISO 8601 in UTC; absent where nothing is written, as in a check. */
  readonly now?: string;
  /** What was found out besides the files of the repository; absent where something is written. */
  readonly evidence?: AgreementEvidence;
  /** A YAML file of the repository; undefined where there is none, or one that is not YAML. */
  document(path: string): AgreementDocument | undefined;
  /** Why a file of the repository is not YAML; empty where it is, or where there is none. */
  problems(path: string): readonly Finding[];
}
