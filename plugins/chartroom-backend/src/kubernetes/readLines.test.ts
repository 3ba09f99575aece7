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

import { readLines } from './readLines';

async function lines(pieces: string[]) {
  async function* chunks() {
    for (const piece of pieces) {
      yield Buffer.from(piece);
    }
  }
  const found = new Array<string>();
  for await (const line of readLines({
    chunks: chunks(),
    maximumLineBytes: 20,
  })) {
    found.push(line);
  }
  return found;
}

describe('readLines', () => {
  it('joins what is cut, and leaves out empty lines', async () => {
    expect(
      await lines(['{"a"', ':1}\n\r\n\n{"b":', '2}\n{', '"c":3}']),
    ).toEqual(['{"a":1}', '{"b":2}', '{"c":3}']);
  });

  it('keeps a character that is cut in two', async () => {
    const bytes = Buffer.from('☂\n');
    async function* chunks() {
      yield bytes.subarray(0, 1);
      yield bytes.subarray(1);
    }
    const found = new Array<string>();
    for await (const line of readLines({
      chunks: chunks(),
      maximumLineBytes: 20,
    })) {
      found.push(line);
    }
    expect(found).toEqual(['☂']);
  });

  it('refuses a line that has no end', async () => {
    await expect(lines(['x'.repeat(15), 'x'.repeat(15)])).rejects.toThrow(
      'more than 20 bytes',
    );
  });
});
