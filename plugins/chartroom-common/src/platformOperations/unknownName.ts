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

import { nearestName } from '../check/nearestName';
import { quoted } from '../check/quoted';
import type { Finding } from '../check';

/** Of hundreds of services nobody reads all. */
const mostNames = 20;

/**
 * Says that a name is none of those that there are, and which was probably meant.
 *
 * @internal
 */
export function unknownName(options: {
  rule: string;
  file: string;
  /** What it would be the name of, such as `service`. */
  thing: string;
  name: string;
  known: readonly string[];
}): Omit<Finding, 'severity'> {
  const { rule, file, thing, name, known } = options;
  const nearest = nearestName({ name, candidates: known });
  return {
    rule,
    file,
    message: `${file} has no ${thing} ${quoted(name)}.`,
    fix: nearest
      ? `Did you mean ${quoted(nearest)}?`
      : `It has ${listed(known)}.`,
  };
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, mostNames).map(it => quoted(it));
  const more =
    names.length > mostNames ? ` and ${names.length - mostNames} more` : '';
  return `${shown.join(', ') || 'none'}${more}`;
}
