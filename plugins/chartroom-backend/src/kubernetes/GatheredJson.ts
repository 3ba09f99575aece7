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

/**
 * A JSON text whose bytes come in pieces.
 *
 * @internal
 */
export class GatheredJson {
  private pieces = new Array<Uint8Array>();
  private bytes = 0;

  constructor(private readonly options: { maximumBytes: number }) {}

  add(piece: Uint8Array) {
    this.bytes += piece.byteLength;
    const { maximumBytes } = this.options;
    if (this.bytes > maximumBytes) {
      throw new KubernetesError({
        failure: 'malformed',
        message: `it sent an object of more than ${maximumBytes} bytes, which is refused`,
      });
    }
    this.pieces.push(piece);
  }

  /** Parses it, and begins anew. */
  parse(): unknown {
    const text = Buffer.concat(this.pieces).toString('utf8');
    this.pieces = [];
    this.bytes = 0;
    try {
      return JSON.parse(text);
    } catch {
      throw GatheredJson.malformed();
    }
  }

  static malformed(): KubernetesError {
    return new KubernetesError({
      failure: 'malformed',
      message: 'it sent a list that is not whole JSON',
    });
  }
}
