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

/**
 * Lua's `tonumber`: a number, or a text that is one; nil for anything else.
 *
 * @remarks
 * gopher-lua reads a text with a point as a fraction, and any other as a whole number, so that `12e4` is none
 * (`baselib.go`, `baseToNumber`).
 *
 * @internal
 */
export function luaNumber(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return value;
  }
  const digits =
    typeof value === 'string' ? value.replace(/^[ \n\t]+|[ \n\t]+$/g, '') : '';
  if (/^[+-]?\d+$/.test(digits) || /^0x[\da-f]+$/i.test(digits)) {
    return Number(digits);
  }
  return /^[+-]?(?:\d+\.\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits)
    ? Number(digits)
    : undefined;
}
