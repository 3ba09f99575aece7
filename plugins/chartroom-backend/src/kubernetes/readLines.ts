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

import { KubernetesError } from './KubernetesError';

const NEWLINE = 0x0a;

/**
 * Cuts a stream of bytes into lines of text; empty ones are left out.
 *
 * @internal
 */
export async function* readLines(options: {
  chunks: AsyncIterable<Uint8Array>;
  maximumLineBytes: number;
}): AsyncGenerator<string> {
  const { chunks, maximumLineBytes } = options;
  let pieces = new Array<Uint8Array>();
  let bytes = 0;

  function take(piece: Uint8Array) {
    bytes += piece.byteLength;
    if (bytes > maximumLineBytes) {
      throw new KubernetesError({
        failure: 'malformed',
        message: `it sent a line of more than ${maximumLineBytes} bytes, which is refused`,
      });
    }
    pieces.push(piece);
  }

  for await (const chunk of chunks) {
    let start = 0;
    let end = chunk.indexOf(NEWLINE);
    while (end !== -1) {
      take(chunk.subarray(start, end));
      const line = Buffer.concat(pieces).toString('utf8').trim();
      pieces = [];
      bytes = 0;
      if (line) {
        yield line;
      }
      start = end + 1;
      end = chunk.indexOf(NEWLINE, start);
    }
    take(chunk.subarray(start));
  }
  const rest = Buffer.concat(pieces).toString('utf8').trim();
  if (rest) {
    yield rest;
  }
}
