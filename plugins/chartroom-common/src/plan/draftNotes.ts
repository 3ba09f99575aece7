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
import type { Service } from '../matrix';
import type { SkeletonContext } from './types';

/**
 * What a person should know of a service that can be created: nothing of it
 * stops the plan.
 *
 * @internal
 */
export function draftNotes(options: {
  service: Service;
  dependencies: SkeletonContext['dependencies'];
  /** Path of the matrix. */
  file: string;
}): Finding[] {
  const { service, dependencies, file } = options;
  const notes: Finding[] = [];
  const needed = new Set(
    dependencies.flatMap(({ secrets }) =>
      secrets.map(
        ({ name, key }) =>
          `${service.name} needs the Secret ${name} with the key ${key} before it is enabled.`,
      ),
    ),
  );
  for (const message of needed) {
    notes.push({
      rule: 'service-needs-secret',
      severity: 'info',
      file,
      message,
      fix: 'Create it in the namespace of each environment, or the one that the environment names in its place.',
    });
  }
  return notes;
}
