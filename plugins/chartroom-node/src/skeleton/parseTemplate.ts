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
import nunjucks from 'nunjucks';
import type { TemplateNode } from './TemplateNode';

/** nunjucks exports its parser, but its types do not say so. */
const { parser } = nunjucks as unknown as {
  parser: { parse(source: string): TemplateNode };
};

function lineOf(source: string, offset: number): number {
  return source.slice(0, Math.max(0, offset)).split('\n').length;
}

/**
 * Reads a template with nunjucks' own parser.
 *
 * @internal
 */
export function parseTemplate(options: {
  /** Path of the file without `.njk`. */
  file: string;
  source: string;
}): TemplateNode {
  const { file, source } = options;
  try {
    return parser.parse(source);
  } catch (error) {
    // What nunjucks throws counts lines from 1, other than its nodes
    const { message, lineno } = error as { message: string; lineno?: number };
    const what = message.split('\n').at(-1)?.trim() ?? 'it cannot be read';
    const isComment = what.includes('end of comment');
    const opening = isComment
      ? source.lastIndexOf('{#')
      : Math.max(source.lastIndexOf('{{'), source.lastIndexOf('{%'));
    const line = lineno ?? lineOf(source, opening);
    const advice = isComment
      ? '; `{#` opens a comment: write {% raw %}{#{% endraw %} for the characters themselves'
      : '';
    throw new InputError(`${file}.njk, line ${line}: ${what}${advice}`);
  }
}
