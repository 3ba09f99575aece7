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

import { devNull } from 'node:os';

/**
 * The largest pack that one push may carry, in bytes.
 *
 * @internal
 */
export const maximumPushSize = 256 * 1024 * 1024;

/**
 * Settings for every git command, given by environment so that no repository can override them by
 * its own configuration file and no file of the user is read.
 */
const settings: ReadonlyArray<readonly [string, string]> = [
  // The state directory is the forge's own, also where another user owns it (containers, shared folders).
  ['safe.directory', '*'],
  ['core.hooksPath', devNull],
  // Nothing goes on in the background once a request is answered.
  ['gc.auto', '0'],
  ['receive.autogc', 'false'],
  // As GitHub does: a malformed object is refused on arrival and not found out about by a later reader.
  ['receive.fsckObjects', 'true'],
  ['receive.maxInputSize', String(maximumPushSize)],
  // As Gitea does (modules/git/config.go).
  ['uploadpack.allowFilter', 'true'],
  ['uploadpack.allowAnySHA1InWant', 'true'],
];

/**
 * The whole environment of every git command that the forge runs.
 *
 * @internal
 */
export function gitEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {
    LC_ALL: 'C',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_GLOBAL: devNull,
    GIT_TERMINAL_PROMPT: '0',
    GIT_LITERAL_PATHSPECS: '1',
    GIT_CONFIG_COUNT: String(settings.length),
  };
  settings.forEach(([key, value], index) => {
    environment[`GIT_CONFIG_KEY_${index}`] = key;
    environment[`GIT_CONFIG_VALUE_${index}`] = value;
  });
  for (const name of ['PATH', 'Path', 'SystemRoot']) {
    const value = process.env[name];
    if (value !== undefined) {
      environment[name] = value;
    }
  }
  return environment;
}
