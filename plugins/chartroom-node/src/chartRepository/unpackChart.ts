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

import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { textOf } from '../git/textOf';
import { readChartArchive } from './readChartArchive';

/**
 * The text files of a packed chart, by their path below the chart's folder.
 *
 * @remarks
 * Throws InputError for an archive with links, with paths that leave its folder,
 * or beyond the limits (20 MiB packed, 64 MiB unpacked, 10,000 files). Binary
 * files, such as the packed charts in its `charts/`, are left out.
 *
 * @public
 */
export async function unpackChart(options: {
  archive: Buffer;
}): Promise<FileTree> {
  const { files } = await readChartArchive(options);
  const texts = new Map<string, string>();
  for (const [path, content] of files) {
    const text = textOf({ content });
    if (text !== undefined) {
      texts.set(path, text);
    }
  }
  return texts;
}
