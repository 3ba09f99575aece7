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

import type { Finding, FindingSeverity } from '../check';
import type { AgreementChange } from './AgreementChange';

/**
 * One thing that does not hold, and what would make it hold.
 *
 * @public
 */
export interface Disagreement {
  /** Rule and severity are those of the rule, unless they are given here. */
  readonly finding: Omit<Finding, 'rule' | 'severity'> & {
    readonly rule?: string;
    readonly severity?: FindingSeverity;
  };
  /** Absent: only a person can mend it. */
  readonly changes?: readonly AgreementChange[];
}
