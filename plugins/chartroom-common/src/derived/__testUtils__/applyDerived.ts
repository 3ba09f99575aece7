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

import type { FileTree } from '../../files';
import { editYaml, type YamlEdit, type YamlPath } from '../../yaml';
import { parse } from 'yaml';
import type { DerivedFile } from '../DerivedFile';
import { replaceSection } from '../replaceSection';

/**
 * A tree with everything written that is derived, in the plainest way.
 *
 * @internal
 */
export function applyDerived(options: {
  files: FileTree;
  derived: readonly DerivedFile[];
}): Map<string, string> {
  const files = new Map(options.files);
  for (const file of options.derived) {
    const text = files.get(file.path);
    switch (file.kind) {
      case 'file':
        files.set(file.path, file.content);
        break;
      case 'absent':
        files.delete(file.path);
        break;
      case 'section':
        files.set(file.path, replaceSection({ ...file, text: text ?? '' }));
        break;
      default:
        files.set(
          file.path,
          file.entries.reduce(
            (before, entry) => withEntry({ text: before, ...entry }),
            text ?? file.start,
          ),
        );
    }
  }
  return files;
}

function withEntry(options: {
  text: string;
  path: YamlPath;
  value: unknown;
}): string {
  const { text, value } = options;
  const path = options.path as string[];
  const at = (depth: number): any =>
    path
      .slice(0, depth)
      .reduce((inner, key) => inner?.[key], parse(text) ?? {});
  if (JSON.stringify(at(path.length)) === JSON.stringify(value)) {
    return text;
  }
  const depth = path.findIndex(
    (_, index) => index === path.length - 1 || at(index + 1) === undefined,
  );
  const parent = path.slice(0, depth);
  const key = path[depth];
  const edits: YamlEdit[] = [
    { op: 'removeMapEntry', path: parent, key },
    {
      op: 'ensureMapEntry',
      path: parent,
      key,
      value: path
        .slice(depth + 1)
        .reduceRight<unknown>((inner, step) => ({ [step]: inner }), value),
    },
  ];
  return edits.reduce(
    (before, edit) =>
      editYaml({ file: 'values.yaml', text: before, edits: [edit] }).text,
    text,
  );
}
