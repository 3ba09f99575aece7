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
 * Whether a path may name a file of a repository: relative, inside its root, without control characters.
 *
 * @remarks
 * `.git` in any spelling is refused as git itself does: a clone would execute what is in it.
 *
 * @internal
 */
export function isRepositoryPath(options: { path: string }): boolean {
  const { path } = options;
  return (
    path.length <= 4096 &&
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    !/[\\\0-\x1f\x7f\ud800-\udfff]/u.test(path) &&
    path.split('/').every(part => !/^(?:|\.|\.\.|\.git)$/i.test(part))
  );
}
