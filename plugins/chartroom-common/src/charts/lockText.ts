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

import { stringifyYamlScalar } from '../yaml';
import { lockDigest } from './lockDigest';
import type { ChartDependency } from './Umbrella';

/**
 * An entry of a Chart.lock.
 *
 * @internal
 */
export interface LockedChart {
  readonly name: string;
  readonly repository: string;
  readonly version: string;
}

/**
 * A Chart.lock as Helm writes it: its keys in alphabetical order, and its list
 * not indented.
 *
 * @internal
 */
export function lockText(options: {
  /** Those of Chart.yaml. */
  dependencies: readonly ChartDependency[];
  locked: readonly LockedChart[];
  /** ISO 8601 in UTC. */
  now: string;
}): string {
  const { locked, now } = options;
  const entries = locked.map(
    ({ name, repository, version }) =>
      `- name: ${asGo(name)}
  repository: ${asGo(repository)}
  version: ${asGo(version)}
`,
  );
  return `dependencies:
${entries.join('')}digest: ${lockDigest(options)}
generated: "${timeAsGo(now)}"
`;
}

/** Go puts single quotes around what begins with an indicator, and double ones around what is no text otherwise. */
function asGo(text: string): string {
  return /^[-?:,[\]{}#&*!|>'"%@`]/.test(text) && !/^-\w/.test(text)
    ? `'${text.replace(/'/g, "''")}'`
    : stringifyYamlScalar(text);
}

/** Go leaves zeros at the end of a fraction out. */
function timeAsGo(now: string): string {
  return now.replace(/\.(\d*?)0*Z$/, (_, digits: string) =>
    digits ? `.${digits}Z` : 'Z',
  );
}
