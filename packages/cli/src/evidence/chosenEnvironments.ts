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

import type {
  Environment,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { unknownEnvironment } from './unknownEnvironment';

/**
 * The environments that a person asks about: the one that is named, or all. Where the matrix has
 * none, the umbrella with its own values is meant, and stands there as undefined.
 *
 * @internal
 */
export function chosenEnvironments(options: {
  platform: Platform;
  name?: string;
}): Array<Environment | undefined> {
  const { platform, name } = options;
  const environments = platform.matrix?.environments ?? [];
  const found = environments.filter(it => !name || it.name === name);
  if (name && found.length === 0) {
    throw unknownEnvironment({
      name,
      known: environments.map(it => it.name),
    });
  }
  return found.length > 0 ? found : [undefined];
}
