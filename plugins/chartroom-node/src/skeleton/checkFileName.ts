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

import { InputError } from '@backstage/errors';

/** Names that Windows keeps for devices, with any ending. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
/** What some file system takes for `.git`, with what it overlooks: `.GIT`, `.git.`, `git~1`. */
const GIT = /^(?:\.git|git~\d+)[. ]*$/i;

function isUnsafe(part: string): boolean {
  return (
    part === '' ||
    part === '.' ||
    part === '..' ||
    part.startsWith('-') ||
    part.trim() !== part ||
    part.endsWith('.') ||
    DEVICES.test(part) ||
    GIT.test(part) ||
    Buffer.byteLength(part) > 255
  );
}

/**
 * Refuses a path that a repository or a file system would take for something else.
 *
 * @internal
 */
export function checkFileName(path: string): void {
  const hasUnsafeCharacter =
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\u0000-\u001f\u007f-\u009f\\:*?"<>|\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/.test(
      path,
    );
  if (hasUnsafeCharacter || path.split('/').some(isUnsafe)) {
    throw new InputError(
      `The skeleton's path ${JSON.stringify(
        path,
      )} cannot be written: name every part, without '..', '.git', control characters, backslashes or any of : * ? " < > |`,
    );
  }
}
