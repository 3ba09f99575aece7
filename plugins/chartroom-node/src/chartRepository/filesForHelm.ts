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

interface Rule {
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  matches(path: string): boolean;
}

type Glob = ReadonlyArray<'*' | ((character: string) => boolean)>;

/** What Helm leaves out of every chart (`AddDefaults` in its `pkg/ignore/rules.go`). */
const ALWAYS = 'templates/.?*';

/**
 * The files of a chart that `helm package` takes: those that its `.helmignore` does not name.
 *
 * @remarks
 * The rules are Helm's (`pkg/ignore/rules.go`, the same in Helm 3 and 4), not git's: the first
 * rule that matches counts, a `!` leaves out all that does not match, there is no `**`. Throws
 * InputError with the line of a pattern that Helm would refuse.
 *
 * @internal
 */
export function filesForHelm<Content extends string | Buffer>(options: {
  files: ReadonlyMap<string, Content>;
}): ReadonlyMap<string, Content> {
  const { files } = options;
  const rules = [
    ...String(files.get('.helmignore') ?? '')
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line, index) => readRule(line, index + 1)),
    readRule(ALWAYS, 0),
  ].filter(rule => rule !== undefined);
  const ignored = (path: string, isFolder: boolean) => {
    for (const rule of rules) {
      const fits = (isFolder || !rule.foldersOnly) && rule.matches(path);
      if (fits !== rule.negated) {
        return true;
      }
    }
    return false;
  };
  return new Map(
    [...files].filter(([path]) => {
      const parts = path.split('/');
      return !parts.some((_, index) =>
        ignored(parts.slice(0, index + 1).join('/'), index < parts.length - 1),
      );
    }),
  );
}

function readRule(line: string, number: number): Rule | undefined {
  const text = line.trim();
  if (text === '' || text.startsWith('#')) {
    return undefined;
  }
  const negated = text.startsWith('!');
  const foldersOnly = text.endsWith('/');
  const pattern = text.slice(negated ? 1 : 0, foldersOnly ? -1 : undefined);
  const glob = text.includes('**')
    ? undefined
    : readGlob(pattern.replace(/^\//, ''));
  if (!glob) {
    throw new InputError(
      `Line ${number} of .helmignore, ${JSON.stringify(
        text.slice(0, 200),
      )}, is no pattern that Helm reads: correct or remove it`,
    );
  }
  return {
    negated,
    foldersOnly,
    matches: path =>
      matchesGlob(
        glob,
        pattern.includes('/') ? path : path.slice(path.lastIndexOf('/') + 1),
      ),
  };
}

/** Reads a pattern of Go's `filepath.Match`; undefined for one that it refuses. */
function readGlob(pattern: string): Glob | undefined {
  const glob = new Array<Glob[number]>();
  const rest = [...pattern];
  while (rest.length > 0) {
    const character = rest.shift()!;
    if (character === '*') {
      glob.push('*');
    } else if (character === '?') {
      glob.push(other => other !== '/');
    } else if (character === '[') {
      const inside = readClass(rest);
      if (!inside) {
        return undefined;
      }
      glob.push(inside);
    } else {
      const literal = character === '\\' ? rest.shift() : character;
      if (literal === undefined) {
        return undefined;
      }
      glob.push(other => other === literal);
    }
  }
  return glob;
}

/** Takes a class such as `a-z]` or `^ab]` from the characters after its `[`. */
function readClass(rest: string[]): Glob[number] | undefined {
  const negated = rest[0] === '^';
  if (negated) {
    rest.shift();
  }
  const one = () => {
    const character = rest.shift();
    if (character === '\\') {
      return rest.shift();
    }
    return character === '-' || character === ']' ? undefined : character;
  };
  const ranges = new Array<readonly [number, number]>();
  while (ranges.length === 0 || rest[0] !== ']') {
    const first = one();
    const isRange = rest[0] === '-';
    if (isRange) {
      rest.shift();
    }
    const last = isRange ? one() : first;
    if (first === undefined || last === undefined) {
      return undefined;
    }
    ranges.push([first.codePointAt(0)!, last.codePointAt(0)!]);
  }
  rest.shift();
  return character => {
    const point = character.codePointAt(0)!;
    return (
      ranges.some(([low, high]) => low <= point && point <= high) !== negated
    );
  };
}

/** Goes back to the last `*` alone, so that no pattern takes long. */
function matchesGlob(glob: Glob, path: string): boolean {
  const characters = [...path];
  let position = 0;
  let index = 0;
  let back: { position: number; index: number } | undefined;
  while (position < characters.length) {
    const part = glob[index];
    if (part === '*') {
      index += 1;
      back = { position, index };
    } else if (part?.(characters[position])) {
      position += 1;
      index += 1;
    } else if (back && characters[back.position] !== '/') {
      back.position += 1;
      ({ position, index } = back);
    } else {
      return false;
    }
  }
  return glob.slice(index).every(part => part === '*');
}
