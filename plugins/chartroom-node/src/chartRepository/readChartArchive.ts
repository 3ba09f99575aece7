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

import { gunzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import { extract } from 'tar-stream';
import { isRepositoryPath } from '../git/isRepositoryPath';

const MAXIMUM_PACKED_BYTES = 20 * 1024 * 1024;
const MAXIMUM_UNPACKED_BYTES = 64 * 1024 * 1024;
const MAXIMUM_FILES = 10_000;

/**
 * What is left of the limits, shared by an archive and the archives inside it.
 *
 * @internal
 */
export interface ArchiveBudget {
  bytes: number;
  files: number;
}

/**
 * The limits for one packed chart and all that is packed inside it.
 *
 * @internal
 */
export function createArchiveBudget(): ArchiveBudget {
  return { bytes: MAXIMUM_UNPACKED_BYTES, files: MAXIMUM_FILES };
}

/**
 * Reads a packed chart in memory: path below the chart's folder to content, in the archive's order.
 *
 * @remarks
 * The archive is hostile until it is read: links, devices, paths that leave the
 * folder, a path twice, and anything that unpacks to too much are refused.
 *
 * @internal
 */
export async function readChartArchive(options: {
  archive: Buffer;
  budget?: ArchiveBudget;
}): Promise<{ name: string; files: ReadonlyMap<string, Buffer> }> {
  const { archive, budget = createArchiveBudget() } = options;
  if (archive.length > MAXIMUM_PACKED_BYTES) {
    throw new InputError(
      `A packed chart of more than ${
        MAXIMUM_PACKED_BYTES / 1024 / 1024
      } MiB is refused`,
    );
  }
  const reader = extract();
  reader.end(unzip(archive, budget));
  const files = new Map<string, Buffer>();
  const names = new Set<string>();
  try {
    for await (const entry of reader) {
      const { type } = entry.header;
      const path = entry.header.name.replace(/\/$/, '');
      budget.files -= 1;
      if (budget.files < 0) {
        throw new InputError(
          `A packed chart of more than ${MAXIMUM_FILES} files is refused`,
        );
      }
      if (!isRepositoryPath({ path })) {
        throw new InputError(
          `The packed chart holds ${JSON.stringify(
            path.slice(0, 200),
          )}, a path that leaves its folder: it is refused`,
        );
      }
      if (type !== 'file' && type !== 'directory') {
        throw new InputError(
          `The packed chart holds ${path}, a ${type}: only plain files are accepted`,
        );
      }
      const [name, ...rest] = path.split('/');
      names.add(name);
      const content = new Array<Buffer>();
      for await (const chunk of entry) {
        content.push(chunk as Buffer);
      }
      if (type === 'file') {
        const file = rest.join('/');
        if (files.has(file)) {
          throw new InputError(
            `The packed chart holds ${path} twice: it is refused`,
          );
        }
        files.set(file, Buffer.concat(content));
      }
    }
  } catch (error) {
    if (error instanceof InputError) {
      throw error;
    }
    throw new InputError('The packed chart is no tar archive', error);
  }
  const [name] = names;
  if (names.size !== 1 || !files.has('Chart.yaml')) {
    throw new InputError(
      'A packed chart holds one folder with a Chart.yaml in it; this one does not',
    );
  }
  return { name, files };
}

function unzip(archive: Buffer, budget: ArchiveBudget): Buffer {
  try {
    const unpacked = gunzipSync(archive, {
      maxOutputLength: Math.max(budget.bytes, 1),
    });
    budget.bytes -= unpacked.length;
    return unpacked;
  } catch (error) {
    throw new InputError(
      error instanceof RangeError ||
      (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
        ? `A chart that unpacks to more than ${
            MAXIMUM_UNPACKED_BYTES / 1024 / 1024
          } MiB is refused`
        : 'The packed chart is no gzip file',
    );
  }
}
