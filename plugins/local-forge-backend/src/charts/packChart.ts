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

import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { pack } from 'tar-stream';
import type { ImportedFile } from '../repositories';

/**
 * Packs a chart as `helm package` does, with the same bytes for the same files: `Chart.yaml` first, the
 * rest in order, no times and no owners.
 *
 * @internal
 */
export async function packChart(options: {
  name: string;
  files: readonly ImportedFile[];
}): Promise<Buffer> {
  const rank = ({ path }: ImportedFile) => (path === 'Chart.yaml' ? '' : path);
  const files = [...options.files].sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
  const tar = pack();
  for (const file of files) {
    tar.entry(
      {
        name: `${options.name}/${file.path}`,
        mode: file.executable ? 0o755 : 0o644,
        mtime: new Date(0),
      },
      file.content,
    );
  }
  tar.finalize();
  return promisify(gzip)(await buffer(tar));
}
