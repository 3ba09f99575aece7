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
import type { FileChange, FileTree } from '../files';
import { withChanges } from '../files/withChanges';

/** As messages speak of a place in the file that they are about. */
const mentionedLine = /, line (\d+),| in line (\d+)/g;

/**
 * Findings about files as they would be after changes that nobody made, with
 * the lines of the files as they are.
 *
 * @remarks
 * What stands in a line that the changes would bring has no line, and neither
 * has a file that is not there.
 *
 * @public
 */
export function findingsBeforeChanges(options: {
  /** As they are about the changed files. */
  findings: readonly Finding[];
  files: FileTree;
  changes: readonly FileChange[];
}): Finding[] {
  const { findings, files } = options;
  const after = withChanges(options);
  return findings.map(finding => {
    const { file, line, message, fix, ...rest } = finding;
    const [old, changed] = [files.get(file), after.get(file)];
    if (old === changed) {
      return finding;
    }
    const lineBefore = linesBefore({ old, changed });
    const place = line === undefined ? undefined : lineBefore(line);
    const reworded = (text: string) => withLines({ text, lineBefore });
    return {
      ...rest,
      file,
      ...(place !== undefined && { line: place }),
      message: reworded(message),
      ...(fix !== undefined && { fix: reworded(fix) }),
    };
  });
}

/** A line of the changed text where it stood before: what is alike at the beginning and at the end has not changed. */
function linesBefore(options: {
  old: string | undefined;
  changed: string | undefined;
}): (line: number) => number | undefined {
  const { old, changed } = options;
  if (old === undefined || changed === undefined) {
    return () => undefined;
  }
  const [oldLines, lines] = [old.split('\n'), changed.split('\n')];
  const shorter = Math.min(oldLines.length, lines.length);
  let head = 0;
  while (head < shorter && oldLines[head] === lines[head]) {
    head += 1;
  }
  let tail = 0;
  while (
    tail < shorter - head &&
    oldLines[oldLines.length - 1 - tail] === lines[lines.length - 1 - tail]
  ) {
    tail += 1;
  }
  return line => {
    if (line <= head) {
      return line;
    }
    return line > lines.length - tail
      ? line - lines.length + oldLines.length
      : undefined;
  };
}

function withLines(options: {
  text: string;
  lineBefore: (line: number) => number | undefined;
}): string {
  const { text, lineBefore } = options;
  return text.replace(mentionedLine, (mention, first, second) => {
    const line = lineBefore(Number(first ?? second));
    return line === undefined ? '' : mention.replace(/\d+/, String(line));
  });
}
