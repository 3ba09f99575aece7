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
 * How secrets are told and what stands in their place.
 *
 * @public
 */
export interface Redaction {
  /**
   * What makes the placeholders: equal texts have equal ones, so a change still shows, and without the key nobody can
   * try which text has one. Random, and the same for all texts that are to be compared.
   */
  readonly key: string;
  /** Words that make the value of a key secret, beside those that always do; case and `-`, `_`, `.` do not count. */
  readonly sensitiveWords?: readonly string[];
}
