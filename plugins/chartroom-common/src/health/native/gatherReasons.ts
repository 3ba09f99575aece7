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

import { counted } from './counted';
import type { WeighedReason } from './WeighedReason';

/**
 * Reasons for a person: those that decide first, then those that come back most often, and each once, with the
 * number of the other pods that it holds for.
 *
 * @internal
 */
export function gatherReasons(
  reasons: readonly WeighedReason[],
): readonly WeighedReason[] {
  const alike = new Map<string, WeighedReason[]>();
  const sorted = [...reasons].sort(
    (one, other) =>
      Number(other.isHard) - Number(one.isHard) ||
      (other.restarts ?? 0) - (one.restarts ?? 0),
  );
  for (const reason of sorted) {
    const key = JSON.stringify([reason.code, reason.container ?? '']);
    const known = alike.get(key) ?? [];
    known.push(reason);
    alike.set(key, known);
  }
  return [...alike.values()].map(([worst, ...others]) => ({
    ...worst,
    message:
      others.length > 0
        ? `${worst.message.replace(/\.$/, '')}, and ${counted(
            others.length,
            'pod',
          ).replace(' ', ' more ')} likewise.`
        : worst.message,
  }));
}
