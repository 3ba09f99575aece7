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

import { parseDocument, YAMLParseError } from 'yaml';
import { applyEdit } from './applyEdit';
import { parseErrorReason } from './parseErrorReason';
import { ParsedYaml, parsedYaml } from './ParsedYaml';
import { Refusal } from './Refusal';
import { offsetBefore, Splice, spliceText } from './Splice';
import { verifyChanged, verifyWhole } from './verifyEdit';
import type { YamlEdit } from './YamlEdit';
import { YamlEditRefusedError } from './YamlEditRefusedError';
import type { TreeChange } from './changeTree';

const BYTE_ORDER_MARK = '\ufeff';

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function parse(text: string) {
  return parseDocument(text, { prettyErrors: false });
}

/**
 * Edits a YAML file that people edit too: the text that an edit needs is inserted, replaced or removed, and every
 * other byte stays as it is.
 *
 * @remarks
 * New text follows the style of its neighbours. What has changed is read by the parser and must mean exactly what was
 * intended, or nothing is done. The inverse, applied to the result, gives the very same bytes back; after changes
 * elsewhere in the file it still undoes what was done here.
 *
 * Throws {@link YamlEditRefusedError} with the line and the reason where the shape is unsafe.
 *
 * @public
 */
export function editYaml(options: {
  /** Path of the file, for messages. */
  file: string;
  text: string;
  edits: readonly YamlEdit[];
  /** The same text as it was parsed before; without it the text is parsed once more. */
  parsed?: ParsedYaml;
  /** The whole file, where the text is a part of it: its style is followed. */
  whole?: string;
}): { text: string; inverse: readonly YamlEdit[] } {
  const { file, edits } = options;
  const mark = options.text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const original = options.text.slice(mark.length);
  const { whole = original } = options;
  const eol = /\r?\n/.exec(whole)?.[0] ?? '\n';
  const splices: Splice[] = [];
  const changes: TreeChange[] = [];
  const inverse: YamlEdit[] = [];
  let text = original;

  const refused = (offset: number, reason: string, advice: string) =>
    new YamlEditRefusedError({
      file,
      line: lineOf(original, offsetBefore(offset, splices)),
      reason,
      advice,
    });

  for (const edit of edits) {
    try {
      const applied = applyEdit({ text, edit, eol, whole });
      if (applied) {
        text = spliceText(text, applied.splice);
        splices.push(applied.splice);
        changes.push(applied.change);
        inverse.unshift(applied.inverse);
      }
    } catch (error) {
      if (error instanceof Refusal) {
        const [unreadable] = error.isMissing ? parse(original).errors : [];
        if (unreadable) {
          throw refusedBefore(file, original, unreadable);
        }
        throw refused(error.offset, error.message, error.advice);
      }
      throw error;
    }
  }

  const { parsed } = options;
  if (
    changes.length > 0 &&
    !isIntended({ original, parsed, result: text, changes })
  ) {
    const [error] = parse(text).errors;
    const [errorBefore] = parse(original).errors;
    if (errorBefore) {
      throw refusedBefore(file, original, errorBefore);
    }
    throw refused(
      error ? error.pos[0] : splices[0].start,
      error
        ? 'the edit would break the file'
        : 'the edit would change more than it should',
      'Make this change by hand',
    );
  }
  return { text: mark + text, inverse };
}

function isIntended(options: {
  original: string;
  parsed: ParsedYaml | undefined;
  result: string;
  changes: readonly TreeChange[];
}): boolean {
  const { original: text } = options;
  const parsed =
    options.parsed?.text === text
      ? options.parsed
      : parsedYaml({ text, document: parse(text) });
  return (
    verifyChanged({ ...options, original: parsed }) || verifyWhole(options)
  );
}

function refusedBefore(
  file: string,
  text: string,
  error: YAMLParseError,
): YamlEditRefusedError {
  return new YamlEditRefusedError({
    file,
    line: lineOf(text, error.pos[0]),
    reason: parseErrorReason({ text, offset: error.pos[0], error }),
    advice: 'Correct it first',
  });
}
