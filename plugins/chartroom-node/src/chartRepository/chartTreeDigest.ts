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

import { createHash } from 'node:crypto';
import {
  createArchiveBudget,
  readChartArchive,
  type ArchiveBudget,
} from './readChartArchive';

/**
 * A digest of what a packed chart holds, whoever packed it: `sha256:` and 64 hex digits over its paths and contents.
 *
 * @remarks
 * Two archives of one tree differ in times and in compression; their digests
 * here are the same. Packed charts inside count by their trees too.
 *
 * @public
 */
export async function chartTreeDigest(options: {
  archive: Buffer;
}): Promise<string> {
  return digestOf(options.archive, createArchiveBudget());
}

async function digestOf(
  archive: Buffer,
  budget: ArchiveBudget,
): Promise<string> {
  const { files } = await readChartArchive({ archive, budget });
  const lines = new Array<string>();
  for (const [path, content] of files) {
    const digest = /^charts\/[^/]+\.tgz$/.test(path)
      ? await digestOf(content, budget)
      : `sha256:${createHash('sha256').update(content).digest('hex')}`;
    lines.push(`${digest} ${path}\n`);
  }
  const tree = createHash('sha256').update(lines.sort().join(''));
  return `sha256:${tree.digest('hex')}`;
}
