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

import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import type { Terminal } from '../Terminal';

const skippedFolders = new Set(['.git', 'node_modules']);

/** A chart's files are texts of a few kilobytes; what is larger is not read. */
const maxBytes = 5 * 1024 * 1024;

/** Files are read this many at a time. */
const concurrency = 64;

/**
 * Reads the text files of a folder. Binary files, and links, are not part of the tree.
 *
 * @internal
 */
export async function readDirectory(options: {
  terminal: Terminal;
  directory: string;
}): Promise<FileTree> {
  const { terminal, directory } = options;
  const root = resolve(terminal.directory, directory);
  const information = await lstat(root).catch(() => undefined);
  if (!information) {
    throw new NotFoundError(
      `There is no folder ${root}; name the one that holds service-matrix.yaml.`,
    );
  }
  if (!information.isDirectory()) {
    throw new InputError(
      `${root} is not a folder; name the one that holds service-matrix.yaml.`,
    );
  }
  const paths = await listFiles(root);
  const texts: Array<readonly [string, string]> = [];
  const waiting = [...paths].reverse();
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let path = waiting.pop(); path; path = waiting.pop()) {
        const text = decode(await readFile(join(root, path)));
        if (text !== undefined) {
          texts.push([path, text]);
        }
      }
    }),
  );
  return new Map(texts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function listFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  for (
    let folder = folders.pop();
    folder !== undefined;
    folder = folders.pop()
  ) {
    const entries = await readdir(join(root, folder), { withFileTypes: true });
    for (const entry of entries) {
      const path = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isDirectory() && !skippedFolders.has(entry.name)) {
        folders.push(path);
      } else if (entry.isFile() && !entry.name.endsWith('.tgz')) {
        files.push(path);
      }
    }
  }
  return files;
}

/** The text of a file as it stands, with its byte order mark; undefined for what is no UTF-8. */
function decode(bytes: Buffer): string | undefined {
  if (bytes.length > maxBytes || bytes.includes(0)) {
    return undefined;
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      bytes,
    );
  } catch {
    return undefined;
  }
}
