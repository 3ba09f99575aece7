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

import type { SemVer } from 'semver';

/**
 * How a constraint compares, in one spelling each.
 *
 * @internal
 */
export type Operator = '' | '!=' | '>' | '<' | '>=' | '<=' | '~' | '^';

/**
 * One comparison of a range.
 *
 * @internal
 */
export interface Constraint {
  readonly operator: Operator;
  /** Open numbers are 0 in it. */
  readonly version: SemVer;
  /** The first number that is left open: `*`, `1` or `1.x`, `1.2`. */
  readonly open?: 'major' | 'minor' | 'patch';
}
