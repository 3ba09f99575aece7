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

import { isAlias, isScalar, parseDocument, visit } from 'yaml';
import type { Document } from 'yaml';
import { stringifyYaml } from '../yaml';
import { redactedText } from './redactedText';
import type { Redactor } from './Redactor';
import { redactShared } from './redactShared';
import { redactTree } from './redactTree';
import { scalarChanges } from './scalarChanges';

const comment = /(?<!\S)#(?! Source: ).*$/gm;
const sourceComment = /^# Source: .*$/m;

/**
 * One document of a manifest with placeholders, ending in a line break.
 *
 * @internal
 */
export function redactDocument(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  const redacted = redactedBody(text, redactor).replace(comment, found =>
    redactedText({ text: found, redactor }),
  );
  return redacted.endsWith('\n') ? redacted : `${redacted}\n`;
}

function redactedBody(text: string, redactor: Redactor): string {
  try {
    const document = parseDocument(text, {
      logLevel: 'silent',
      // The parser's own check takes time that grows with the square of the keys
      uniqueKeys: false,
    });
    if (document.errors.length > 0 || hasRepeatedKey(document)) {
      return unread(text, redactor);
    }
    const tree: unknown = document.toJS();
    const redacted = redactTree({ tree, redactor });
    const changes = hasAlias(document)
      ? undefined
      : scalarChanges({ text, document, tree: redacted });
    return changes === undefined
      ? rewritten(text, stringifyYaml(redactShared({ tree, redacted })))
      : withChanges(text, changes);
  } catch {
    // Such as aliases that would grow without measure
    return unread(text, redactor);
  }
}

/** An alias shows under one key what is written under another, so the text cannot be changed in one place. */
function hasAlias(document: Document): boolean {
  let found = false;
  visit(document, (_, node) => {
    found ||= isAlias(node) || (isScalar(node) && node.anchor !== undefined);
    return found ? visit.BREAK : undefined;
  });
  return found;
}

function hasRepeatedKey(document: Document): boolean {
  let found = false;
  visit(document, {
    Map(_, { items }) {
      const keys = items.map(({ key }) => (isScalar(key) ? key.value : key));
      found ||= new Set(keys).size < keys.length;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

function withChanges(
  text: string,
  changes: ReadonlyArray<{ start: number; end: number; text: string }>,
): string {
  let result = '';
  let position = 0;
  for (const change of changes) {
    result += text.slice(position, change.start) + change.text;
    position = change.end;
  }
  return result + text.slice(position);
}

function unread(text: string, redactor: Redactor): string {
  return rewritten(
    text,
    `# This document cannot be read as YAML, so it is left out: ${redactor.placeholder(
      text,
    )}\n`,
  );
}

function rewritten(text: string, body: string): string {
  const [source] = sourceComment.exec(text) ?? [];
  return source === undefined ? body : `${source}\n${body}`;
}
