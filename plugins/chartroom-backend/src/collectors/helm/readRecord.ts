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

import {
  parseReleaseHead,
  parseReleaseRecord,
  type ReleaseRecord,
} from '@chartroom/backstage-plugin-chartroom-common';
import { decodeRelease } from './decodeRelease';
import { decodeReleaseHead } from './decodeReleaseHead';
import type { StoredRevision } from './storedRevision';

/**
 * What a revision's record says of its chart: from its head where that is enough, else from all of it.
 *
 * @internal
 */
export async function readRecord(options: {
  stored: StoredRevision;
  /** `data.release` of its Secret. */
  data: string;
  onDecoded?: (options: { milliseconds: number; headOnly: boolean }) => void;
}): Promise<ReleaseRecord> {
  const { stored, data, onDecoded } = options;
  const { namespace, revision } = stored;
  const began = performance.now();
  const head = parseReleaseHead({
    text: decodeReleaseHead({ data }),
    namespace,
    revision,
  });
  const record = head ?? parseReleaseRecord(await decodeRelease({ data }));
  onDecoded?.({
    milliseconds: performance.now() - began,
    headOnly: head !== undefined,
  });
  return record;
}
