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

import type { FindingSeverity } from '../check';
import type { AgreementContext } from './AgreementContext';
import type { Disagreement } from './Disagreement';

/**
 * Something that must hold in a platform repository. `check` lists where it
 * does not, and `sync` makes the changes that are named there.
 *
 * @public
 */
export interface AgreementRule {
  /** Kebab-case, and beginning with what is compared; its page is `docs/reference/rules/<id>.md`. */
  readonly id: string;
  /** One sentence that says what must hold. */
  readonly summary: string;
  readonly severity: FindingSeverity;
  check(context: AgreementContext): Iterable<Disagreement>;
}
