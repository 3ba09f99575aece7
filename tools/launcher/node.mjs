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

import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheDirectory, provideCached } from './cache.mjs';
import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

const supportedMajors = [22, 24];
const wantedMajor = 24;

/** Whether Backstage and its native modules run on this version of Node. */
export function isSupportedNode(version) {
  return supportedMajors.includes(
    Number.parseInt(version.replace(/^v/, ''), 10),
  );
}

/**
 * The npm package that carries Node itself for a platform. These are what the package `node`
 * installs in its install script; asked for by name they need no script.
 */
export function nodePackage(options) {
  const { platform, arch } = options;
  const prefix =
    platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform}-${arch}`;
}

/** The path of a Node that fits: this process's own, or one kept in the cache. */
export async function provideNode(options) {
  const { report, current = process, env = process.env } = options;
  if (isSupportedNode(current.version)) {
    return current.execPath;
  }
  const name = `node-${wantedMajor}-${current.platform}-${current.arch}`;
  return report.step({
    name: 'Node',
    doing: `fetching Node ${wantedMajor}, for this is ${current.version}`,
    async run(progress) {
      const directory = await provideCached({
        cache: cacheDirectory(env),
        name,
        onWait: () => {
          progress.doing = 'waiting for another launcher that fetches Node';
        },
        make: partial => fetchNode({ partial, current, env }),
      });
      progress.done = `${wantedMajor} from the cache, for this is ${current.version}`;
      return join(directory, 'bin', 'node');
    },
  });
}

async function fetchNode(options) {
  const { partial, current, env } = options;
  const wanted = nodePackage(current);
  const remedy = `Install Node ${wantedMajor} (https://nodejs.org) and run this again.`;
  const { code, lines } = await runCommand({
    command: 'npm',
    args: [
      ...['install', '--prefix', partial, '--global=false', '--no-save'],
      ...['--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'],
      `${wanted}@${wantedMajor}`,
    ],
    cwd: partial,
    env,
  });
  if (code === 127) {
    throw new LauncherError(
      `Chartroom needs Node 22 or 24, this is ${current.version}, and there is no npm to fetch one. ${remedy}`,
    );
  }
  if (code !== 0) {
    const reason = lines.find(line => /^npm error/.test(line)) ?? '';
    throw new LauncherError(
      `Chartroom needs Node 22 or 24, this is ${
        current.version
      }, and npm could not fetch ${wanted} (${reason.trim()}). ${remedy}`,
    );
  }
  await rename(
    join(partial, 'node_modules', wanted, 'bin'),
    join(partial, 'bin'),
  );
  await rm(join(partial, 'node_modules'), { recursive: true });
  const { code: runs } = await runCommand({
    command: join(partial, 'bin', 'node'),
    args: ['--version'],
    cwd: partial,
    env,
  });
  if (runs !== 0) {
    throw new LauncherError(
      `The Node that npm has for ${current.platform} on ${current.arch} does not run on this system. ${remedy}`,
    );
  }
}
