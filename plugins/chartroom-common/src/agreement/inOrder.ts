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

import type { Finding } from '../check';

/**
 * Findings by file and line, each once.
 *
 * @internal
 */
export function inOrder(options: { findings: readonly Finding[] }): Finding[] {
  const seen = new Set<string>();
  return [...options.findings]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        (a.line ?? 0) - (b.line ?? 0) ||
        compare(a.rule, b.rule),
    )
    .filter(({ file, line, rule, message }) => {
      const key = JSON.stringify([file, line, rule, message]);
      return !seen.has(key) && seen.add(key);
    });
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
