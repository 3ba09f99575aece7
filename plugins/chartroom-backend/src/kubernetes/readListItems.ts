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

import { setImmediate } from 'node:timers/promises';
import { ListSplitter } from './ListSplitter';

const BYTES_PER_TURN = 256 * 1024;

/**
 * Reads the answer to a list as it arrives: each item is parsed and handed over alone, and the rest is returned.
 *
 * @remarks
 * From its watch cache an API server sends a list in one piece, whatever the limit: 10,000 pods are 100 MB, and
 * parsing them at once would stop the process for a second and hold them all. Only the ends of the items are found
 * here; `JSON.parse` reads them.
 *
 * @internal
 */
export async function readListItems(options: {
  chunks: AsyncIterable<Uint8Array>;
  /** Called once per item, in order. */
  onItem: (item: unknown) => void;
  /** Limit of one item, and of all that is not an item. */
  maximumItemBytes: number;
}): Promise<unknown> {
  const splitter = new ListSplitter({
    onItem: options.onItem,
    maximumBytes: options.maximumItemBytes,
  });
  let bytes = 0;
  for await (const chunk of options.chunks) {
    splitter.take(chunk);
    bytes += chunk.length;
    if (bytes > BYTES_PER_TURN) {
      bytes = 0;
      await setImmediate();
    }
  }
  return splitter.end();
}
