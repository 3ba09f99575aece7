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
import { quoted } from '../check/quoted';

/**
 * Writes a section of a text that people write too: what stands between
 * `<!-- chartroom:<marker> -->` and `<!-- /chartroom:<marker> -->`, each alone on
 * its line.
 *
 * @remarks
 * A text without the section gets it at its end. Every other byte stays as it
 * is, and line breaks are those of the text. Throws InputError, with the line,
 * where one marker lacks the other, stands twice, or they stand in the wrong
 * order. Markers in a fenced block of code are an example, and are left alone.
 *
 * @public
 */
export function replaceSection(options: {
  text: string;
  /** A word of `a-z` and `-`. */
  marker: string;
  content: string;
}): string {
  const { text, marker, content } = options;
  const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
  const [start, end] = [
    `<!-- chartroom:${marker} -->`,
    `<!-- /chartroom:${marker} -->`,
  ];
  const body = content.replace(/\n*$/, '').split('\n').join(eol);
  const section = [start, body, end].join(eol);
  const found = markers({ text, start, end });
  if (found.length === 0) {
    const blankLine = text.endsWith('\n') ? eol : eol + eol;
    const gap = text === '' ? '' : blankLine;
    return `${text}${gap}${section}${eol}`;
  }
  const [first, second] = found;
  if (found.length !== 2 || !first.isStart || second.isStart) {
    throw broken({ marker, found });
  }
  return (
    text.slice(0, first.offset) +
    section +
    text.slice(second.offset + end.length)
  );
}

interface Marker {
  readonly isStart: boolean;
  /** Where it starts in the text. */
  readonly offset: number;
  /** Counted from 1. */
  readonly line: number;
}

function markers(options: {
  text: string;
  start: string;
  end: string;
}): Marker[] {
  const { text, start, end } = options;
  const found: Marker[] = [];
  let fence: string | undefined;
  let inside = false;
  let offset = 0;
  text.split('\n').forEach((line, index) => {
    const written = line.trim();
    if ([start, end].includes(written) && fence === undefined) {
      inside = written === start;
      found.push({
        isStart: inside,
        offset: offset + line.indexOf(written),
        line: index + 1,
      });
    } else if (!inside) {
      // What stands inside is replaced as a whole, a broken fence too
      fence = nextFence({ line, fence });
    }
    offset += line.length + 1;
  });
  return found;
}

/** The fence that is open after a line: a closing one is at least as long as its opening, and bare. */
function nextFence(options: {
  line: string;
  fence: string | undefined;
}): string | undefined {
  const { line, fence } = options;
  const [, run, rest] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
  if (run === undefined) {
    return fence;
  }
  if (fence === undefined) {
    return run;
  }
  return run.startsWith(fence) && rest.trim() === '' ? undefined : fence;
}

function broken(options: {
  marker: string;
  found: readonly Marker[];
}): InputError {
  const { marker, found } = options;
  const lines = found.map(({ line }) => line).join(', ');
  return new InputError(
    `The markers of the section ${quoted(
      marker,
    )} are broken (line ${lines}): there must be one <!-- chartroom:${marker} --> and after it one <!-- /chartroom:${marker} -->. Mend them, or remove them all, and the section is written at the end.`,
  );
}
