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

import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

const lowestGo = [1, 24];

/** The two numbers in what `go version` says, or undefined. */
export function goVersion(text) {
  const [, major, minor] = text.match(/go version go(\d+)\.(\d+)/) ?? [];
  return major && [Number(major), Number(minor)];
}

/**
 * Builds or fetches something with the system's Go, and returns what Go wrote; the checksum database or a go.sum
 * vouches for the sources.
 */
export async function runGo(options) {
  const { args, cwd, env, binaries } = options;
  const { code, lines } = await runCommand({
    command: 'go',
    args: ['version'],
    cwd,
    env,
  });
  const version = code === 0 ? goVersion(lines.join('\n')) : undefined;
  if (!version || isBelow(version, lowestGo)) {
    throw new LauncherError(
      version
        ? `Go ${version.join('.')} is older than ${lowestGo.join('.')}`
        : `there is no Go ${lowestGo.join('.')} or newer to build it`,
    );
  }
  const { GOOS: _os, GOARCH: _arch, ...rest } = env;
  const build = await runCommand({
    command: 'go',
    args,
    cwd,
    env: {
      ...rest,
      CGO_ENABLED: '0',
      // Not those of the user, which may be meant for another module
      GOFLAGS: '-buildvcs=false',
      GOWORK: 'off',
      ...(binaries && { GOBIN: binaries }),
    },
  });
  if (build.code !== 0) {
    throw new LauncherError(
      `Go could not build it (${(build.lines.at(-1) ?? '').trim()})`,
    );
  }
  return build.lines;
}

/** Whether a version (list of numbers) comes before another. */
export function isBelow(version, other) {
  for (const [index, number] of other.entries()) {
    const own = version[index] ?? 0;
    if (own !== number) {
      return own < number;
    }
  }
  return false;
}
