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

import { isDeepStrictEqual } from 'node:util';
import type { Observation } from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Whether a thing that was seen again is what it was: another list of the same things changes nothing.
 *
 * @internal
 */
export function isSameObservation(options: {
  one: Observation | undefined;
  other: Observation;
}): boolean {
  const { one, other } = options;
  if (one?.type === 'object' && other.type === 'object') {
    const { uid, resourceVersion } = one.object.metadata;
    if (uid !== undefined && resourceVersion !== undefined) {
      return (
        uid === other.object.metadata.uid &&
        resourceVersion === other.object.metadata.resourceVersion
      );
    }
  }
  return isDeepStrictEqual(one, other);
}
