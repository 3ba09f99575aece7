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
 * Reads the head of a CGI answer (RFC 3875, section 6).
 *
 * @returns undefined while the empty line that ends the head has not come.
 *
 * @internal
 */
export function parseCgiHead(options: {
  data: Buffer;
}):
  | { status: number; headers: Record<string, string>; rest: Buffer }
  | undefined {
  const { data } = options;
  const end = /\r?\n\r?\n/.exec(data.toString('latin1'));
  if (!end) {
    return undefined;
  }
  const headers: Record<string, string> = {};
  let status = 200;
  for (const line of data.toString('latin1', 0, end.index).split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    if (name === 'status') {
      status = Number.parseInt(value, 10);
    } else {
      headers[name] = value;
    }
  }
  return { status, headers, rest: data.subarray(end.index + end[0].length) };
}
