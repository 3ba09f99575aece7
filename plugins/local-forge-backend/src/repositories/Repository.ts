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

import { randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../errorCode';
import { ownerNameSchema, repositoryNameSchema } from './names';

/** Lies in the bare repository, beside `HEAD`. */
const recordFile = 'local-forge.json';

const recordSchema = z.object({
  owner: ownerNameSchema,
  name: repositoryNameSchema,
  description: z.string(),
  private: z.boolean(),
  archived: z.boolean(),
  createdAt: z.string(),
});

/**
 * What the forge writes beside a repository's objects.
 *
 * @internal
 */
export type RepositoryRecord = z.infer<typeof recordSchema>;

/**
 * A repository of the forge.
 *
 * @internal
 */
export interface Repository extends RepositoryRecord {
  readonly defaultBranch: string;
  /** The bare repository on disk. */
  readonly directory: string;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode({ error }) ?? '')) {
      return '';
    }
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What is in a directory; undefined when it is no repository of the forge.
 *
 * @internal
 */
export async function readRepository(options: {
  directory: string;
}): Promise<Repository | undefined> {
  const { directory } = options;
  const [record, head] = await Promise.all([
    readText(join(directory, recordFile)),
    readText(join(directory, 'HEAD')),
  ]);
  const parsed = recordSchema.safeParse(parseJson(record));
  const [, defaultBranch] = /^ref: refs\/heads\/(.+)$/m.exec(head) ?? [];
  return parsed.success && defaultBranch
    ? { ...parsed.data, defaultBranch, directory }
    : undefined;
}

/**
 * Writes the record at once, or not at all.
 *
 * @internal
 */
export async function writeRecord(options: {
  directory: string;
  record: RepositoryRecord;
}): Promise<void> {
  const target = join(options.directory, recordFile);
  const draft = `${target}.${randomUUID()}`;
  await writeFile(draft, `${JSON.stringify(options.record, undefined, 2)}\n`);
  await rename(draft, target);
}
