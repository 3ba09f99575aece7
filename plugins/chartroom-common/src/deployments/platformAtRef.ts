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

import { readUmbrella } from '../charts/readUmbrella';
import type { FileTree } from '../files';
import type { Matrix } from '../matrix';
import { readPlatform, type Platform } from '../platform';
import { alteredPlatform } from '../platform/alteredPlatform';

/**
 * A platform as an environment's ref has its charts and values: topology and environments stay those of the default branch.
 *
 * @internal
 */
export function platformAtRef(options: {
  /** At the head of the default branch. */
  platform: Platform;
  matrix: Matrix;
  files: FileTree;
}): Platform {
  const { platform, files } = options;
  const matrix = {
    ...options.matrix,
    umbrella: umbrellaFolder(options),
  };
  const { umbrella } = readUmbrella({ files, matrix });
  return alteredPlatform({ platform, changes: { files, matrix, umbrella } });
}

/** The umbrella may have moved since the ref; then the matrix of that time knows. */
function umbrellaFolder(options: {
  platform: Platform;
  matrix: Matrix;
  files: FileTree;
}): string {
  const { platform, matrix, files } = options;
  if (files.has(`${matrix.umbrella}/Chart.yaml`)) {
    return matrix.umbrella;
  }
  const then = readPlatform({ files, matrixPath: platform.matrixFile });
  return then.matrix?.umbrella ?? matrix.umbrella;
}
