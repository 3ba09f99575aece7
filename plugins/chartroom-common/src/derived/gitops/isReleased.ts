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

import type { Environment, Service } from '../../matrix';
import type { Platform } from '../../platform';
import { documentsOf } from '../../platform/readings';
import { environmentFile } from './environmentFile';
import { startingValues } from './startingValues';

/**
 * Whether a service is switched on in an environment: by its values there, or
 * by what they will be where they are not written yet.
 *
 * @internal
 */
export function isReleased(options: {
  platform: Platform;
  environment: Environment;
  service: Service;
}): boolean {
  const { platform } = options;
  const file = environmentFile(options);
  const text = platform.files.get(file);
  const written =
    text === undefined
      ? startingValues(options)
      : documentsOf({ platform }).parse({
          ...{ file, text, rulePrefix: 'environment' },
        }).document?.value;
  const enabled =
    typeof written === 'object' && written !== null && 'enabled' in written
      ? written.enabled
      : undefined;
  return enabled !== false;
}
