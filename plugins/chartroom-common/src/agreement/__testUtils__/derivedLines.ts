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

import { isMap, isScalar, LineCounter, parseDocument, type Node } from 'yaml';
import { isDerivedText } from '../../derived';
import type { FileTree } from '../../files';

/** A line of a file, counted from 1. */
export interface DerivedLine {
  readonly path: string;
  readonly line: number;
}

/** Files that follow whole, beside those whose first line says so. */
const wholeFiles =
  /^(helm\/[^/]+\/(Chart\.lock|templates\/umbrella\.yaml)|charts\/[^/]+\/(values-local\.yaml|values\.schema\.json|templates\/service\.yaml))$/;

/** Of files that people write too, the keys below which everything follows; and the switch of each service. */
const derivedKeys = new Set(['wiring', 'backingServices']);

/**
 * Every line of a platform repository that follows from its matrix. Said here
 * once more, and not asked of the rules that it tests.
 *
 * @internal
 */
export function derivedLines(options: { files: FileTree }): DerivedLine[] {
  return [...options.files].flatMap(([path, text]) =>
    [...linesOf({ path, text })].map(line => ({ path, line })),
  );
}

function linesOf(file: { path: string; text: string }): Iterable<number> {
  const { path, text } = file;
  const lines = text.split('\n');
  const numbered = lines.map((content, index) => ({
    content,
    line: index + 1,
  }));
  if (isDerivedText({ text }) || wholeFiles.test(path)) {
    return numbered
      .filter(({ content }) => content.trim() !== '')
      .map(({ line }) => line);
  }
  if (path === 'README.md') {
    const start = lines.findIndex(it => it.startsWith('<!-- chartroom:'));
    const end = lines.findIndex(it => it.startsWith('<!-- /chartroom:'));
    return numbered.slice(start, end + 1).map(({ line }) => line);
  }
  if (/^helm\/[^/]+\/Chart\.yaml$/.test(path)) {
    const start = lines.indexOf('dependencies:');
    return numbered
      .slice(start)
      .filter(({ content }) => /^\s*[^#\s]/.test(content))
      .map(({ line }) => line);
  }
  return /^helm\/[^/]+\/values(-[^/]+)?\.yaml$/.test(path)
    ? below({ text, keys: derivedKeys })
    : [];
}

/** The lines of all entries with one of these keys, and of what is below them; comments are people's. */
function below(options: {
  text: string;
  keys: ReadonlySet<string>;
}): Set<number> {
  const { text, keys } = options;
  const counter = new LineCounter();
  const { contents } = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line;
  const found = new Set<number>();
  const visit = (node: unknown, depth: number, inside: boolean) => {
    if (!isMap(node)) {
      return;
    }
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : '';
      const isSwitch = depth === 1 && name === 'enabled';
      const derived = inside || isSwitch || keys.has(name);
      if (derived) {
        found.add(lineAt((key as Node).range![0]));
      }
      visit(value, depth + 1, derived);
    }
  };
  visit(contents, 0, false);
  return found;
}
