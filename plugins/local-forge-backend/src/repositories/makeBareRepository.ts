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

import type { Git } from '../git';
import { type ImportedFile, importStream } from './importStream';

/**
 * Makes a bare repository in a directory that is not there yet. With files, they are its first commit.
 *
 * @internal
 */
export async function makeBareRepository(options: {
  git: Git;
  directory: string;
  branch: string;
  files: readonly ImportedFile[];
  message: string;
}): Promise<void> {
  const { git, directory, branch, files, message } = options;
  const init = ['init', '--quiet', '--bare', '--template='];
  await git.run({ args: [...init, `--initial-branch=${branch}`, directory] });
  if (files.length > 0) {
    await git.run({
      directory,
      // One pack instead of a file for each object.
      args: ['-c', 'fastimport.unpackLimit=1', 'fast-import', '--quiet'],
      input: importStream({ branch, files, message }),
    });
  }
}
