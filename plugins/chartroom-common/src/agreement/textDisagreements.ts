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

import { quoted } from '../check/quoted';
import type { AgreementContext } from './AgreementContext';
import type { Disagreement } from './Disagreement';
import { firstDifference } from './firstDifference';

/**
 * Compares a file that Chartroom writes whole with what follows, and shows the
 * first line that differs.
 *
 * @internal
 */
export function textDisagreements(options: {
  context: AgreementContext;
  path: string;
  content: string;
}): Disagreement[] {
  const { context, path, content } = options;
  const text = context.platform.files.get(path);
  if (text === content || text?.replace(/\r\n/g, '\n') === content) {
    return [];
  }
  const changes = [{ kind: 'write' as const, path, content }];
  if (text === undefined) {
    return [
      { finding: { file: path, message: `There is no ${path}.` }, changes },
    ];
  }
  const { line, actual, expected } = firstDifference({ text, content });
  const message = `${path} is not what follows: line ${line} is ${shown(
    actual,
  )}, and should be ${shown(expected)}.`;
  return [{ finding: { file: path, line, message }, changes }];
}

function shown(line: string | undefined): string {
  return line === undefined ? 'not there' : quoted(line);
}
