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

import { looksRandom } from './looksRandom';
import { redactAssignments } from './redactAssignments';
import { redactElements } from './redactElements';
import { redactPem } from './redactPem';
import type { Redactor } from './Redactor';
import { redactUrls } from './redactUrls';

/*
 * Each pattern is linear on any text: it begins where a run of its characters begins, and what follows a repetition is
 * not part of it.
 */
const webToken = /(?<![\w-])eyJ[\w-]{8,}\.[\w-]{8,}(?:\.[\w-]*)?/g;
const cryptHash =
  /\$(?:2[abxy]|apr1|[156y]|argon2(?:id|i|d))\$[\w./$=,+-]{8,}/g;
/** A digest tells nothing and is what an image is known by. */
const run = /(sha\d{1,3}:)?[A-Za-z0-9+/_-]{20,}={0,2}/g;

/**
 * A text without what looks secret in it.
 *
 * @internal
 */
export function redactedText(options: {
  text: string;
  redactor: Redactor;
}): string {
  const { text, redactor } = options;
  const withoutBlocks = redactPem({ text, redactor });
  const withoutAddresses = redactUrls({ text: withoutBlocks, redactor });
  return redactElements({
    text: redactAssignments({ text: withoutAddresses, redactor }),
    redactor,
  })
    .replace(webToken, redactor.placeholder)
    .replace(cryptHash, redactor.placeholder)
    .replace(run, (found, digest?: string) =>
      digest === undefined ? redactedRun({ run: found, redactor }) : found,
    );
}

/** Base64 may hold `/`, and so may a path, of which one part alone is a key: the others would hide it. */
function redactedRun(options: { run: string; redactor: Redactor }): string {
  const { redactor } = options;
  return looksRandom({ text: options.run })
    ? redactor.placeholder(options.run)
    : options.run
        .split('/')
        .map(part =>
          looksRandom({ text: part }) ? redactor.placeholder(part) : part,
        )
        .join('/');
}
