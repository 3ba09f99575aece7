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

/** What a shell and Linux mean by an exit code. */
const meanings: Readonly<Record<number, string>> = {
  126: 'its command cannot be executed',
  127: 'its command is not in the image',
  137: 'it was killed',
  139: 'it used memory that is not its own',
  143: 'it was asked to end',
};

/**
 * `: exit code 127 (its command is not in the image)`; empty where there is none.
 *
 * @internal
 */
export function exitText(exitCode: number | undefined): string {
  if (exitCode === undefined) {
    return '';
  }
  const meaning = meanings[exitCode];
  return `: exit code ${exitCode}${meaning ? ` (${meaning})` : ''}`;
}
