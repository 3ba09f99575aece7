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

import { parseVersion } from './parseVersion';

/**
 * Whether version `a` is older (-1) or newer (1) than `b`, or as old (0), as Helm sees it: build metadata does not
 * count. Undefined where one of them is no version.
 *
 * @public
 */
export function compareVersions(options: {
  a: string;
  b: string;
}): -1 | 0 | 1 | undefined {
  const a = parseVersion(options.a);
  const b = parseVersion(options.b);
  return a && b && a.compare(b);
}
