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

import type { Finding } from './Finding';

/** The lines between which git puts the two sides, in the styles `merge` and `diff3`. */
const marker = /^(?:<{7} |\|{7}(?: |\r?$)|={7}\r?$|>{7} )/m;

/**
 * Says of a file in which git left a conflict that it is not resolved, and in
 * which line it begins; undefined where there is none.
 *
 * @internal
 */
export function conflictFinding(options: {
  file: string;
  text: string;
  rule: string;
}): Finding | undefined {
  const { file, text, rule } = options;
  const found = marker.exec(text);
  return found
    ? {
        rule,
        severity: 'error',
        file,
        line: text.slice(0, found.index).split('\n').length,
        message: `${file} holds unresolved conflict markers of git.`,
        fix: 'Decide between the two sides, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
      }
    : undefined;
}
