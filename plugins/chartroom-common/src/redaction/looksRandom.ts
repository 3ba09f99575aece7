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

const shortest = 20;
/** Of neighbouring characters, the share that differ in kind: names have fewer, random text about half. */
const mixedShare = 0.3;
const letterShare = 0.35;

/**
 * Whether a text of letters, digits and `+ / - _ =` looks like a key and not like a name: hexadecimal, base32 or base64
 * of 20 characters and more.
 *
 * @internal
 */
export function looksRandom(options: { text: string }): boolean {
  const characters = options.text.replace(/[^A-Za-z0-9]/g, '');
  if (characters.length < shortest) {
    return false;
  }
  const has = (pattern: RegExp) => pattern.test(characters);
  if (has(/\d/) && has(/[A-Za-z]/)) {
    return changes(characters) >= mixedShare;
  }
  if (has(/[a-z]/) && has(/[A-Z]/)) {
    const capitals = characters.replace(/[^A-Z]/g, '').length;
    const share = capitals / characters.length;
    return (
      share >= letterShare &&
      share <= 1 - letterShare &&
      changes(characters) >= letterShare
    );
  }
  return false;
}

function changes(characters: string): number {
  let count = 0;
  for (let index = 1; index < characters.length; index += 1) {
    if (kindOf(characters[index]) !== kindOf(characters[index - 1])) {
      count += 1;
    }
  }
  return count / (characters.length - 1);
}

function kindOf(character: string): 'digit' | 'capital' | 'small' {
  if (character <= '9') {
    return 'digit';
  }
  return character <= 'Z' ? 'capital' : 'small';
}
