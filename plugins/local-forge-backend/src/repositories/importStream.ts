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

/**
 * A file of a first commit.
 *
 * @internal
 */
export interface ImportedFile {
  /** Relative, with `/`. */
  readonly path: string;
  readonly content: Buffer;
  readonly executable: boolean;
}

/** The same files give the same commit, wherever and whenever they are imported. */
const signature = 'Local forge <local-forge@localhost> 1767225600 +0000';

function quote(path: string): string {
  const escaped = path
    .replace(/\\/g, '\\\\')
    .replace(/"/g, '\\"')
    .replace(/\n/g, '\\n');
  return `"${escaped}"`;
}

/**
 * The input of `git fast-import` for one commit with these files.
 *
 * @internal
 */
export function importStream(options: {
  branch: string;
  message: string;
  files: readonly ImportedFile[];
}): Buffer {
  const data = (content: Buffer) => [
    Buffer.from(`data ${content.length}\n`),
    content,
    Buffer.from('\n'),
  ];
  return Buffer.concat([
    Buffer.from(
      `commit refs/heads/${options.branch}\nauthor ${signature}\ncommitter ${signature}\n`,
    ),
    ...data(Buffer.from(`${options.message}\n`)),
    ...options.files.flatMap(file => [
      Buffer.from(
        `M ${file.executable ? '100755' : '100644'} inline ${quote(
          file.path,
        )}\n`,
      ),
      ...data(file.content),
    ]),
  ]);
}
