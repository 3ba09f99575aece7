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
 * The `repository` by which a chart finds another one in the same git
 * repository, such as `file://../../charts/cart`.
 *
 * @internal
 */
export function fileRepository(options: {
  /** Folder of the chart that depends, from the repository's root. */
  from: string;
  /** Folder of the chart that it depends on. */
  to: string;
}): string {
  const from = steps(options.from);
  const to = steps(options.to);
  const different = from.findIndex((step, index) => step !== to[index]);
  const shared = different < 0 ? from.length : different;
  const path = [...from.slice(shared).fill('..'), ...to.slice(shared)];
  return `file://${path.join('/')}`;
}

/**
 * The folder that a `file://` repository means, from the repository's root;
 * undefined where it is another kind, or leads out of the repository.
 *
 * @internal
 */
export function fileRepositoryFolder(options: {
  /** Folder of the chart that depends. */
  from: string;
  repository: string | undefined;
}): string | undefined {
  const { from, repository } = options;
  if (!repository?.startsWith('file://')) {
    return undefined;
  }
  const path = steps(from);
  for (const step of steps(repository.slice('file://'.length))) {
    if (step !== '..') {
      path.push(step);
    } else if (path.pop() === undefined) {
      return undefined;
    }
  }
  return path.join('/');
}

function steps(folder: string): string[] {
  return folder.split('/').filter(step => step !== '' && step !== '.');
}
