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

import { GatheredJson } from './GatheredJson';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;
const LONGEST_KEY = 16;

/**
 * Finds the items of a list in its JSON, whatever pieces it comes in, by following braces and texts.
 *
 * @internal
 */
export class ListSplitter {
  private readonly rest: GatheredJson;
  private readonly item: GatheredJson;
  private depth = 0;
  private inString = false;
  private escaped = false;
  /** The last key of the outermost object. */
  private key = '';
  private isKey = true;
  private inItems = false;

  constructor(
    private readonly options: {
      /** Called once per item, in order. */
      onItem: (item: unknown) => void;
      /** Limit of one item, and of all that is not an item. */
      maximumBytes: number;
    },
  ) {
    this.rest = new GatheredJson(options);
    this.item = new GatheredJson(options);
  }

  /** Takes the next piece. */
  take(chunk: Uint8Array) {
    // Where in this chunk that begins which has not been gathered yet.
    let start = 0;
    let index = 0;
    while (index < chunk.length) {
      if (this.inString) {
        index = this.skipString(chunk, index);
        continue;
      }
      const byte = chunk[index];
      switch (byte) {
        case QUOTE:
          this.beginString();
          break;
        case COLON:
          this.isKey &&= this.depth !== 1;
          break;
        case COMMA:
          this.isKey ||= this.depth === 1;
          break;
        case OPEN_BRACE:
        case OPEN_BRACKET:
          if (this.inItems && this.depth === 2) {
            start = index;
          }
          this.depth += 1;
          if (
            this.depth === 2 &&
            byte === OPEN_BRACKET &&
            this.key === 'items'
          ) {
            this.rest.add(chunk.subarray(start, index + 1));
            this.inItems = true;
          }
          break;
        case CLOSE_BRACE:
        case CLOSE_BRACKET:
          this.depth -= 1;
          if (this.inItems && this.depth === 2) {
            this.item.add(chunk.subarray(start, index + 1));
            this.options.onItem(this.item.parse());
          } else if (this.inItems && this.depth === 1) {
            this.inItems = false;
            start = index;
          }
          break;
        default:
          if (this.inItems && this.depth === 2 && byte > SPACE) {
            throw GatheredJson.malformed();
          }
      }
      index += 1;
    }
    if (!this.inItems) {
      this.rest.add(chunk.subarray(start));
    } else if (this.depth > 2) {
      this.item.add(chunk.subarray(start));
    }
  }

  /** All but the items, once the last piece was taken. */
  end(): unknown {
    if (this.depth !== 0 || this.inString) {
      throw GatheredJson.malformed();
    }
    return this.rest.parse();
  }

  private beginString() {
    if (this.inItems && this.depth === 2) {
      throw GatheredJson.malformed();
    }
    this.inString = true;
    if (this.depth === 1 && this.isKey) {
      this.key = '';
    }
  }

  /** Returns where the text ends, or the chunk does. */
  private skipString(chunk: Uint8Array, from: number): number {
    const keeps = this.depth === 1 && this.isKey;
    let { escaped } = this;
    let index = from;
    for (; index < chunk.length; index += 1) {
      const byte = chunk[index];
      if (escaped) {
        escaped = false;
      } else if (byte === BACKSLASH) {
        escaped = true;
      } else if (byte === QUOTE) {
        this.inString = false;
        index += 1;
        break;
      }
      if (keeps && this.key.length < LONGEST_KEY) {
        this.key += String.fromCharCode(byte);
      }
    }
    this.escaped = escaped;
    return index;
  }
}
