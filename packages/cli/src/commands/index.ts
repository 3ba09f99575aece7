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

import { addDependency } from './addDependency';
import { addService } from './addService';
import { check } from './check';
import type { Command } from './Command';
import { diagram } from './diagram';
import { diff } from './diff';
import { health } from './health';
import { importPlatform } from './importPlatform';
import { init } from './init';
import { promote } from './promote';
import { release } from './release';
import { retire } from './retire';
import { secrets } from './secrets';
import { sync } from './sync';

/**
 * Every subcommand, in the order of the help. A new one is a file here and a line in this list.
 *
 * @internal
 */
export const commands: readonly Command[] = [
  init,
  importPlatform,
  addService,
  addDependency,
  release,
  promote,
  retire,
  sync,
  check,
  diff,
  diagram,
  secrets,
  health,
];
