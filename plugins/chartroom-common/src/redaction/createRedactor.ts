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

import { hmac } from '@noble/hashes/hmac';
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { isSensitiveKey } from './isSensitiveKey';
import type { Redaction } from './Redaction';
import type { Redactor } from './Redactor';

/** Enough to tell apart the secrets of a release, too little to tell a secret by. */
const shownDigits = 6;

/**
 * What decides on and replaces the secrets of one text or tree; it remembers what it has seen there.
 *
 * @internal
 */
export function createRedactor(redaction: Redaction): Redactor {
  const { key, sensitiveWords = [] } = redaction;
  const keyed = hmac.create(sha256, utf8ToBytes(key));
  return {
    placeholder: remembered(secret => {
      const digest = bytesToHex(
        keyed.clone().update(utf8ToBytes(secret)).digest(),
      );
      return `«redacted ${digest.slice(0, shownDigits)}»`;
    }),
    isSensitive: remembered(name =>
      isSensitiveKey({ key: name, sensitiveWords }),
    ),
  };
}

function remembered<T>(answer: (text: string) => T): (text: string) => T {
  const answers = new Map<string, T>();
  return text => {
    const known = answers.get(text);
    if (known !== undefined) {
      return known;
    }
    const found = answer(text);
    answers.set(text, found);
    return found;
  };
}
