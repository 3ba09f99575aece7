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

import { Refusal } from './Refusal';
import { pathText, stepText } from './Target';
import type { YamlPath } from './YamlEdit';

/**
 * Finds the position of the next step of a path among what tells the entries of a collection apart; undefined where
 * there is none.
 *
 * @internal
 */
export function stepInto(options: {
  kind: 'map' | 'list';
  path: YamlPath;
  /** How many steps lead to the collection. */
  depth: number;
  /** Reads the identities, by the key of a list of maps. */
  identities: (key: string | undefined) => ReadonlyArray<string | undefined>;
  /** Where an entry stands in the text. */
  offsetOf: (index: number) => number;
}): number | undefined {
  const { kind, path, depth, identities, offsetOf } = options;
  const step = path[depth];
  const here = path.slice(0, depth);
  const isItemStep = typeof step === 'object' || typeof step === 'number';
  if ((kind === 'list') !== isItemStep) {
    throw new Refusal({
      offset: offsetOf(0),
      reason: `${pathText(here)} is a ${kind}, and has no place \`${stepText(
        step,
      )}\``,
      advice: 'Correct the file, or the path of the edit',
    });
  }
  if (typeof step === 'number') {
    return step < identities(undefined).length ? step : undefined;
  }
  const names = identities(typeof step === 'object' ? step.key : undefined);
  const wanted = typeof step === 'object' ? step.value : step;
  const found = names.indexOf(wanted);
  const twin = found < 0 ? -1 : names.indexOf(wanted, found + 1);
  if (twin >= 0) {
    throw new Refusal({
      offset: offsetOf(twin),
      reason: `${pathText(here)} holds \`${stepText(step)}\` twice`,
      advice: 'Remove one of the two',
    });
  }
  return found < 0 ? undefined : found;
}
