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

import type { YAMLError } from 'yaml';

/**
 * What the parser found wrong, in a sentence without a full stop.
 *
 * @internal
 */
export function parseErrorReason(options: {
  text: string;
  /** Where the error is in the text. */
  offset: number;
  error: Pick<YAMLError, 'code' | 'message'>;
}): string {
  const { text, offset, error } = options;
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const [line] = text.slice(start).split('\n', 1);
  if (error.code === 'DUPLICATE_KEY') {
    return 'a key stands there twice';
  }
  if (error.code === 'TAB_AS_INDENT') {
    return 'the line is indented with a tab';
  }
  if (error.code === 'MULTIPLE_DOCS') {
    return 'the file holds several YAML documents';
  }
  return line.includes('{{')
    ? 'the line holds template braces (`{{`) and is not YAML'
    : `the YAML cannot be read (${error.message})`;
}
