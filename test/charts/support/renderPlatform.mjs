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

import { join } from 'node:path';
import { readObjects } from './readObjects.mjs';

/** Renders one environment of an example that `assemblePlatform` put into a directory; `args` are more arguments of Helm. */
export async function renderPlatform(options) {
  const { helm, directory, platform, name, args = [] } = options;
  const { namespace, values } = platform.environments.find(
    environment => environment.name === name,
  );
  return readObjects(
    await helm(
      ...['template', platform.system, join(directory, platform.umbrella)],
      ...['--values', join(directory, values), '--namespace', namespace],
      ...args,
    ),
  );
}
