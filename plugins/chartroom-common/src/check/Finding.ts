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

/**
 * How serious a finding is: an error stops an operation, a warning does not.
 *
 * @public
 */
export type FindingSeverity = 'error' | 'warning' | 'info';

/**
 * One disagreement or broken rule, with the place where it stands.
 *
 * @public
 */
export interface Finding {
  /** Stable id of the rule, kebab-case, such as `matrix-unknown-dependency`. */
  readonly rule: string;
  readonly severity: FindingSeverity;
  /** Path of the file, relative to the repository's root. */
  readonly file: string;
  /** Line in that file, counted from 1. */
  readonly line?: number;
  /** One sentence: what is wrong, and where. */
  readonly message: string;
  /** One sentence: what to do about it. */
  readonly fix?: string;
}
