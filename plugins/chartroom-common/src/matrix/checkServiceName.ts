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

import { quoted } from '../check/quoted';

/**
 * A name in use, and a sentence that says where, without its full stop.
 *
 * @public
 */
export interface TakenName {
  readonly name: string;
  readonly where: string;
}

const shape = /^[a-z]([-a-z0-9]{0,38}[a-z0-9])?$/;

/** `global` is Helm's own key in every chart's values; `default`, `kubernetes` and `kube-…` are Kubernetes' own. */
const reserved = /^(global|default|kubernetes|platform-common|kube-.*)$/;

/**
 * Decides whether a service may have a name. The form, the action, the command
 * and the generator all ask this function.
 *
 * @public
 */
export function checkServiceName(options: {
  name: string;
  taken: Iterable<TakenName>;
}): { ok: true } | { ok: false; reason: string } {
  const { name, taken } = options;
  if (!shape.test(name)) {
    return {
      ok: false,
      reason:
        name === ''
          ? 'A service needs a name.'
          : `${quoted(
              name,
            )} cannot be the name of a service: use 1 to 40 lower-case letters, digits and hyphens, with a letter first and no hyphen at the end.`,
    };
  }
  if (reserved.test(name)) {
    return {
      ok: false,
      reason: `${quoted(name)} is a reserved name.`,
    };
  }
  const comparable = comparableName(name);
  for (const other of taken) {
    if (comparableName(other.name) === comparable) {
      return {
        ok: false,
        reason:
          other.name === name
            ? `${quoted(name)} is taken: ${other.where}.`
            : `${quoted(name)} is too like ${quoted(other.name)}: ${
                other.where
              }.`,
      };
    }
  }
  return { ok: true };
}

/**
 * A name as it is compared: names that differ in case, or in `-` and `_`, give
 * the same environment names.
 *
 * @internal
 */
export function comparableName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}
