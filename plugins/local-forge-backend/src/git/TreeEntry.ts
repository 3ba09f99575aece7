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
 * One entry of a tree.
 *
 * @internal
 */
export interface TreeEntry {
  readonly name: string;
  readonly type: 'file' | 'dir' | 'symlink' | 'submodule';
  readonly sha: string;
  /** Bytes; undefined for what is no blob. */
  readonly size: number | undefined;
}

const typesByMode: Readonly<Record<string, TreeEntry['type']>> = {
  '040000': 'dir',
  '120000': 'symlink',
  '160000': 'submodule',
};

/**
 * Reads the output of `git ls-tree -z --long`.
 *
 * @internal
 */
export function parseTree(options: { output: Buffer }): TreeEntry[] {
  return options.output
    .toString()
    .split('\0')
    .filter(record => record !== '')
    .map(record => {
      const tab = record.indexOf('\t');
      const [mode, , sha, size] = record.slice(0, tab).split(/ +/);
      const path = record.slice(tab + 1);
      return {
        name: path.slice(path.lastIndexOf('/') + 1),
        type: typesByMode[mode] ?? 'file',
        sha,
        size: size === '-' ? undefined : Number(size),
      };
    });
}
