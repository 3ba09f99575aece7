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
import { runCommand } from './runCommand.mjs';

/** Runs the command of an installed package, as `yarn` would: a list of its name and arguments. */
export function runInstalled(options) {
  const { root, command, cwd = root, env, onLine } = options;
  const [program, ...args] = command;
  return runCommand({
    command: join(root, 'node_modules', '.bin', program),
    args,
    cwd,
    env,
    onLine,
  });
}
