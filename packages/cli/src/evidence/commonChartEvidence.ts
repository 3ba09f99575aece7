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

import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type {
  AgreementEvidence,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { Terminal } from '../Terminal';

/**
 * Whether a common chart that the matrix says is in the repository is there. A platform may be a
 * folder of a larger repository, as the examples are: then it is in that folder of one above.
 *
 * @internal
 */
export async function commonChartEvidence(options: {
  terminal: Terminal;
  directory: string;
  platform: Platform;
}): Promise<Pick<AgreementEvidence, 'commonChart'>> {
  const { terminal, directory, platform } = options;
  const repository = platform.matrix?.commonChart.repository ?? '';
  if (!repository.startsWith('file://')) {
    return {};
  }
  const path = repository.slice('file://'.length);
  const root = resolve(terminal.directory, directory);
  for (const folder of [root, ...foldersAbove(root)]) {
    const isThere = await access(join(folder, path, 'Chart.yaml')).then(
      () => true,
      () => false,
    );
    if (isThere) {
      return { commonChart: 'there' };
    }
  }
  return { commonChart: 'missing' };
}

/** From the nearest to the outermost. */
function foldersAbove(folder: string): string[] {
  const above = dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}
