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
 * A variable with a password in plain sight, which the matrix does not repeat.
 *
 * @internal
 */
export interface PlainCredential {
  readonly variable: string;
  /** The service whose address it is. */
  readonly name: string;
  /** The variable as a binding that reads a Secret. */
  readonly template: string;
}
