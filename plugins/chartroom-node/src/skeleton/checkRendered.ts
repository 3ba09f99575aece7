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
import { parseDocument } from 'yaml';

/** The line that a JSON parser complains of. */
function lineOfJson(text: string, message: string): number {
  const [, position] = /position (\d+)/.exec(message) ?? [];
  return text.slice(0, Number(position ?? 0)).split('\n').length;
}

/**
 * Refuses a rendered JSON or YAML file that cannot be read.
 *
 * @internal
 */
export function checkRendered(options: { file: string; text: string }): void {
  const { file, text } = options;
  const refuse = (line: number, what: string) =>
    new InputError(
      `${file}, line ${line} of what was rendered, cannot be read: ${what}; correct the template`,
    );
  if (/\.json$/.test(file)) {
    try {
      JSON.parse(text);
    } catch (error) {
      const { message } = error as Error;
      throw refuse(lineOfJson(text, message), message);
    }
  }
  if (/\.ya?ml$/.test(file)) {
    const [error] = parseDocument(text, { prettyErrors: false }).errors;
    if (error) {
      throw refuse(
        text.slice(0, error.pos[0]).split('\n').length,
        error.message,
      );
    }
  }
}
