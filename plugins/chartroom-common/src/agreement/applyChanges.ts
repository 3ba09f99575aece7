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

import type { Finding } from '../check';
import type { FileTree } from '../files';
import { YamlEditRefusedError, type ParsedYaml, type YamlEdit } from '../yaml';
import type { AgreementChange } from './AgreementChange';
import { editInParts } from './editInParts';

/**
 * Makes changes in a tree of files; the same tree where nothing changes.
 *
 * @remarks
 * Where several changes want the whole of a file, the first one has it; the
 * next reading of the platform tells what is then still missing. A file whose
 * edits are refused stays as it is, and is not tried again with the same text.
 *
 * @internal
 */
export function applyChanges(options: {
  files: FileTree;
  changes: readonly AgreementChange[];
  parsed: ReadonlyMap<string, ParsedYaml>;
  /** By path: files that could not be edited; grows. Absent: the first of them throws YamlEditRefusedError. */
  refused?: Map<string, Finding>;
}): FileTree {
  const { files, changes, parsed, refused } = options;
  const result = new Map(files);
  const whole = new Set<string>();
  const edits = new Map<string, YamlEdit[]>();
  for (const change of changes) {
    const { path } = change;
    if (change.kind === 'edit') {
      const list = edits.get(path);
      if (list) {
        list.push(...change.edits);
      } else {
        edits.set(path, [...change.edits]);
      }
    } else if (!whole.has(path)) {
      whole.add(path);
      if (change.kind === 'write') {
        result.set(path, change.content);
      } else {
        result.delete(path);
      }
    }
  }
  for (const [path, list] of edits) {
    if (!whole.has(path) && !refused?.has(path)) {
      const text = files.get(path) ?? '';
      const edited = edit({ path, text, edits: list, parsed, refused });
      if (edited !== text) {
        result.set(path, edited);
      }
    }
  }
  return isSame(files, result) ? files : result;
}

function edit(options: {
  path: string;
  text: string;
  edits: readonly YamlEdit[];
  parsed: ReadonlyMap<string, ParsedYaml>;
  refused: Map<string, Finding> | undefined;
}): string {
  const { path, text, edits, parsed, refused } = options;
  try {
    return editInParts({ file: path, text, edits, parsed: parsed.get(path) });
  } catch (error) {
    if (!(error instanceof YamlEditRefusedError) || !refused) {
      throw error;
    }
    refused.set(path, {
      rule: 'edit-refused',
      severity: 'error',
      file: path,
      line: error.line,
      message: error.message,
    });
    return text;
  }
}

function isSame(before: FileTree, after: FileTree): boolean {
  return (
    before.size === after.size &&
    [...after].every(([path, text]) => before.get(path) === text)
  );
}
