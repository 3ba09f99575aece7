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
 * Whether a text can be the name of a branch, a tag or a commit; the rules of `git check-ref-format`.
 *
 * @remarks
 * Excludes all of git's revision syntax (`a..b`, `@{1}`, `HEAD~2`, `:/text`, `main:path`), options, and
 * line ends.
 *
 * @internal
 */
export function isReferenceName(options: { name: string }): boolean {
  const { name } = options;
  return (
    name.length > 0 &&
    name.length <= 200 &&
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    !/[\u0000-\u0020\u007f~^:?*[\\]/.test(name) &&
    !/\.\.|@\{|\/\/|\/\.|^[-./@]|[./]$|\.lock(\/|$)/.test(name)
  );
}
