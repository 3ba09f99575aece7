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

import type { ObjectMetadata } from './objectMetadata';

const kindLine = /^kind:[ \t]+([A-Za-z]+)[ \t]*\r?$/m;
const metadataLine = /^metadata:[ \t]*\r?$/m;
/** A key without a value, or with a plain or quoted one on its line. */
const entry =
  /^(?:"([^"\\]+)"|'([^']+)'|([\w./-]+)):(?:[ \t]+(?:"([^"\\]*)"|'([^']*)'|([\w.+-]+)))?$/;

/**
 * The metadata of an object that is written as Helm charts write it, one key a line; undefined where it is not.
 *
 * @internal
 */
export function plainMetadata(options: {
  text: string;
}): ObjectMetadata | undefined {
  const { text } = options;
  const kind = kindLine.exec(text)?.[1];
  const start = metadataLine.exec(text);
  if (kind === undefined || !start) {
    return undefined;
  }
  const fields = new Map<string, string>();
  const labels = new Map<string, string>();
  let column: number | undefined;
  let labelsColumn: number | undefined;
  let above: string | undefined;
  for (const line of linesFrom(text, start.index + start[0].length + 1)) {
    const content = line.trim();
    const indent = line.length - line.trimStart().length;
    if (content !== '' && indent === 0 && !content.startsWith('#')) {
      break;
    }
    if (content === '' || content.startsWith('#')) {
      continue;
    }
    column ??= indent;
    const isField = indent === column;
    if (isField) {
      above = undefined;
    } else if (above !== 'labels') {
      continue;
    }
    labelsColumn = isField ? undefined : labelsColumn ?? indent;
    const match = entry.exec(content);
    if (!match || (!isField && indent !== labelsColumn)) {
      return undefined;
    }
    const key = match[1] ?? match[2] ?? match[3];
    const value = match[4] ?? match[5] ?? match[6];
    if (value !== undefined) {
      (isField ? fields : labels).set(key, value);
    } else if (isField) {
      above = key;
    }
  }
  const name = fields.get('name');
  const isPlain = name !== undefined && !text.includes('\n<<:');
  return isPlain
    ? { kind, name, namespace: fields.get('namespace'), labels }
    : undefined;
}

function* linesFrom(text: string, start: number): Generator<string> {
  let position = start;
  while (position < text.length) {
    const end = text.indexOf('\n', position);
    const next = end < 0 ? text.length : end;
    yield text.slice(position, next);
    position = next + 1;
  }
}
