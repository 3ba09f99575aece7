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

import { promises as fs } from 'node:fs';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { PROVENANCE_FILE } from '@chartroom/backstage-plugin-chartroom-node';
import { parse } from 'yaml';

const MAXIMUM_FILES = 2_000;
const MAXIMUM_BYTES = 16 * 1024 * 1024;

/**
 * Writes files below a folder of the workspace; a file that is there with another content is a conflict.
 *
 * @internal
 */
export async function writeWorkspaceFiles(options: {
  workspacePath: string;
  targetPath: string;
  files: ReadonlyMap<string, string | Buffer>;
  /** Paths that are executable. */
  executable?: readonly string[];
}): Promise<void> {
  const root = resolveSafeChildPath(options.workspacePath, options.targetPath);
  const targets = [...options.files].map(([file, content]) => ({
    file,
    content: Buffer.from(content),
    target: resolveSafeChildPath(root, file),
  }));
  for (const { file, content, target } of targets) {
    const there = await fs.readFile(target).catch(ifAbsent(file, undefined));
    if (there && !there.equals(content)) {
      throw new ConflictError(
        `${file} is in the workspace already, with another content: write to an empty folder, or take the file out of one of the two sources`,
      );
    }
  }
  for (const { file, content, target } of targets) {
    await fs.mkdir(path.dirname(target), { recursive: true });
    const mode = options.executable?.includes(file) ? 0o755 : 0o644;
    await fs.writeFile(target, content, { mode });
  }
}

/**
 * Empties a folder of the workspace if an earlier run of the same operation has written it; never the whole workspace.
 *
 * @internal
 */
export async function clearOwnFiles(options: {
  workspacePath: string;
  targetPath: string;
  operationId: string;
}): Promise<void> {
  const { workspacePath, targetPath, operationId } = options;
  const root = resolveSafeChildPath(workspacePath, targetPath);
  const text = await fs
    .readFile(resolveSafeChildPath(root, PROVENANCE_FILE), 'utf8')
    .catch(ifAbsent(PROVENANCE_FILE, ''));
  const isInside = path.resolve(root) !== path.resolve(workspacePath);
  if (isInside && operationOf(text) === operationId) {
    await fs.rm(root, { recursive: true });
  }
}

/**
 * Reads the text files below a folder of the workspace; an absent folder has none.
 *
 * @internal
 */
export async function readWorkspaceFiles(options: {
  workspacePath: string;
  sourcePath: string;
}): Promise<{ files: FileTree; executable: string[] }> {
  const root = resolveSafeChildPath(options.workspacePath, options.sourcePath);
  const files = new Map<string, string>();
  const executable: string[] = [];
  let bytes = 0;

  const walk = async (folder: string): Promise<void> => {
    const reading = fs.readdir(folder, { withFileTypes: true });
    const entries = await (folder === root
      ? reading.catch(ifAbsent(options.sourcePath, []))
      : reading);
    for (const entry of entries) {
      const target = path.join(folder, entry.name);
      const name = path.relative(root, target).split(path.sep).join('/');
      if (entry.isDirectory()) {
        await walk(target);
        continue;
      }
      if (!entry.isFile()) {
        throw new InputError(
          `${name} is neither a file nor a folder: links are not published`,
        );
      }
      const { size, mode } = await fs.stat(target);
      bytes += size;
      if (files.size >= MAXIMUM_FILES || bytes > MAXIMUM_BYTES) {
        throw new InputError(
          `The folder ${
            options.sourcePath
          } is too large to be published: at most ${MAXIMUM_FILES} files and ${
            MAXIMUM_BYTES / 1024 / 1024
          } MiB`,
        );
      }
      files.set(name, decodeText(name, await fs.readFile(target)));
      if (mode % 2 === 1) {
        executable.push(name);
      }
    }
  };
  await walk(root);
  return { files, executable };
}

function decodeText(name: string, content: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
      content,
    );
  } catch {
    throw new InputError(
      `${name} is not text in UTF-8: a service is published as text files; fetch binary files in its build instead`,
    );
  }
}

/** What to take for a file or folder that is not there; that it cannot be read is an error. */
function ifAbsent<T>(name: string, absent: T) {
  return (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') {
      return absent;
    }
    throw new InputError(
      `${name} cannot be read in the workspace: ${error.code ?? error.name}`,
    );
  };
}

function operationOf(text: string): unknown {
  try {
    return parse(text)?.operation;
  } catch {
    // A broken file is of no operation.
    return undefined;
  }
}
