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

import type { Platform } from './Platform';
import { readings } from './readings';

/**
 * A platform that is known to be other than it was read. What is parsed of its
 * files is shared with it, so only a file whose text is another is parsed again.
 *
 * @internal
 */
export function alteredPlatform(options: {
  platform: Platform;
  changes: Partial<Platform>;
}): Platform {
  const { platform, changes } = options;
  const altered = { ...platform, ...changes };
  const reading = readings.get(platform);
  if (reading) {
    readings.set(altered, { documents: reading.documents });
  }
  return altered;
}
