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

import { followingChanges } from '../agreement/followingChanges';
import { isLockCurrent, lockEditsWithout } from '../charts/pinEdits';
import type { Umbrella } from '../charts';
import type { FileChange } from '../files';
import { changesBetween } from '../files/changesBetween';
import { readPlatform, type Platform } from '../platform';
import { alteredPlatform } from '../platform/alteredPlatform';
import { chartFiles } from '../platformOperations/chartFiles';
import { retirement } from '../platformOperations/retirement';
import type { YamlEdit } from '../yaml';

/**
 * Takes a service out of a platform again: the inverse of the plan that entered
 * it, with all that follows.
 *
 * @remarks
 * Files in which nothing speaks of the service stay as they are, byte for byte,
 * and so do those that did not agree with the matrix before. Nothing changes
 * where there is no such service. Throws YamlEditRefusedError where a file
 * cannot be edited safely.
 *
 * @public
 */
export function withoutService(options: {
  platform: Platform;
  name: string;
  /** ISO 8601 in UTC; written to Chart.lock. */
  now: string;
}): { changes: FileChange[]; platform: Platform } {
  const { platform, name } = options;
  const { matrix, umbrella, matrixFile } = platform;
  const service = matrix?.services.find(it => it.name === name);
  if (!matrix || !umbrella || !service) {
    return { changes: [], platform };
  }
  const { made, added } = chartFiles({ platform, matrix, service });
  const { edits, deletions } = retirement({
    ...{ platform, matrix, umbrella, service },
    chartFiles: [...made, ...added],
  });
  const remaining = new Map(platform.files);
  deletions.forEach(({ path }) => remaining.delete(path));
  const { files } = followingChanges({
    before: platform,
    after: alteredPlatform({
      platform,
      changes: {
        files: remaining,
        matrix: {
          ...matrix,
          services: matrix.services.filter(it => it !== service),
        },
        umbrella: umbrellaWithout({ umbrella, name }),
      },
    }),
    edits: [...edits, ...lockChanges(options)].map(({ file, ...edit }) => ({
      ...{ kind: 'edit', path: file, ...edit },
    })),
    services: new Set(service.dependencies.map(it => it.name)),
  });
  return {
    changes: changesBetween({ before: platform.files, after: files }),
    platform: readPlatform({
      ...{ files, matrixPath: matrixFile, previous: platform },
    }),
  };
}

function lockChanges(options: {
  platform: Platform;
  name: string;
  now: string;
}): Array<{ file: string; edits: readonly YamlEdit[] }> {
  const { platform, name, now } = options;
  const { umbrella } = platform;
  const isListed = umbrella?.dependencies.some(it => it.name === name);
  return umbrella && isListed && isLockCurrent({ umbrella })
    ? [
        {
          file: umbrella.lockFile,
          edits: lockEditsWithout({ umbrella, name, now }),
        },
      ]
    : [];
}

function umbrellaWithout(options: {
  umbrella: Umbrella;
  name: string;
}): Umbrella {
  const { umbrella, name } = options;
  const others = (values: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
  return {
    ...umbrella,
    dependencies: umbrella.dependencies.filter(it => it.name !== name),
    values: others(umbrella.values),
    environmentValues: new Map(
      [...umbrella.environmentValues].map(([environment, values]) => [
        environment,
        others(values),
      ]),
    ),
  };
}
