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
 * A Secret that must exist before a backing service or its callers are installed.
 *
 * @public
 */
export interface ProfileSecret {
  readonly name: string;
  /** `chart`: the backing service's own pods read it; `caller`: there is one for each service that calls it. */
  readonly neededBy: 'chart' | 'caller';
  /** What each key holds: `{random}` is something hard to guess; in other texts `{name}` and `{service}` are filled in. */
  readonly keys: Readonly<Record<string, string>>;
}
