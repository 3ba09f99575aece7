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

const longestQuotation = 60;

/**
 * Shows a value from outside in a message: between quotes, shortened, and
 * without characters that would change how the message reads.
 *
 * @remarks
 * Control, direction and zero-width characters are written as `\uXXXX`, so that
 * a name cannot forge a line of a log or turn the text around. User and password
 * of an address are left out.
 *
 * @public
 */
export function quoted(value: unknown): string {
  const whole = typeof value === 'string' ? value : describe(value);
  const text = whole.replace(/:\/\/[^\s/@]*@/g, '://…@');
  const characters = Array.from(text);
  const short =
    characters.length > longestQuotation
      ? `${characters.slice(0, longestQuotation).join('')}…`
      : text;
  const json = JSON.stringify(short).replace(
    /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return typeof value === 'string' ? json : json.slice(1, -1);
}

function describe(value: unknown): string {
  if (Array.isArray(value)) {
    return 'a list';
  }
  if (typeof value === 'object' && value !== null) {
    return 'a map';
  }
  return value === undefined || value === null ? 'nothing' : String(value);
}
