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

import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commonChart, robotShop } from './repository.mjs';

/**
 * Puts a platform repository together as a person has it: an example, or Robot Shop, with
 * the common chart beside the service charts, and the umbrella's dependencies built.
 * Resolves with its folder.
 */
export async function assemblePlatform(options) {
  const { helm, example = robotShop, umbrella = 'helm/robot-shop' } = options;
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-platform-'));
  await cp(example, directory, { recursive: true });
  await cp(commonChart, join(directory, 'charts/platform-common'), {
    recursive: true,
  });
  await helm('dependency', 'build', join(directory, umbrella));
  return directory;
}
