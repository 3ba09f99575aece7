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

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LauncherError } from './launcherError.mjs';
import { withLock } from './lock.mjs';
import { runCommand } from './runCommand.mjs';

const yarnRelease = '.yarn/releases/yarn-4.13.0.cjs';
const shownLines = 15;

/** Installs the packages of the lockfile, unless they were installed since it last changed. */
export async function installPackages(options) {
  const { root, env, report } = options;
  await report.step({
    name: 'packages',
    doing: 'looking',
    async run(progress) {
      if (await isInstalled(root)) {
        progress.done = 'installed';
        return;
      }
      await mkdir(join(root, '.state'), { recursive: true });
      await withLock({
        lock: join(root, '.state', 'install.lock'),
        onWait: () => {
          progress.doing = 'waiting for another launcher that installs them';
        },
        run: async () => {
          if (!(await isInstalled(root))) {
            await install({ root, env, report, progress });
          }
        },
      });
      progress.done = 'installed now';
    },
  });
}

async function install(options) {
  const { root, env, report, progress } = options;
  progress.doing = 'installing with Yarn';
  const { code, lines } = await runCommand({
    command: process.execPath,
    args: [
      join(root, yarnRelease),
      ...['install', '--immutable', '--mode=skip-build'],
    ],
    cwd: root,
    env,
    onLine(line) {
      const [, part] = line.match(/┌ (\w+) step/) ?? [];
      if (part) {
        progress.doing = `installing with Yarn, ${part.toLowerCase()} step`;
      }
    },
  });
  if (code !== 0) {
    // Peer dependency warnings say nothing about a failure
    const telling = lines.filter(line => !/YN0002|YN0060|YN0086/.test(line));
    telling.slice(-shownLines).forEach(line => report.line(`    ${line}`));
    throw new LauncherError(
      lines.some(line => line.includes('YN0028'))
        ? `yarn.lock does not fit the package.json files; run \`node ${yarnRelease} install\` and keep both.`
        : 'The packages could not be installed: Yarn says why above. Check the network and run this again, it goes on where it stopped.',
    );
  }
  await writeFile(stampFile(root), await stampOf(root));
}

/** Whether the installed packages are whole and those of the lockfile. */
export async function isInstalled(root) {
  // Yarn writes its state as the last thing of an install
  if (
    !existsSync(join(root, 'node_modules', '.yarn-state.yml')) ||
    !existsSync(stampFile(root))
  ) {
    return false;
  }
  return (await readFile(stampFile(root), 'utf8')) === (await stampOf(root));
}

/** A digest of all that decides what an install does. */
export async function stampOf(root) {
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const folder of ['packages', 'plugins']) {
    const names = await readdir(join(root, folder)).catch(() => []);
    files.push(...names.sort().map(name => join(folder, name, 'package.json')));
  }
  const digest = createHash('sha256');
  for (const file of files) {
    const content = await readFile(join(root, file)).catch(() => '');
    digest.update(`${file}\0${content}\0`);
  }
  return digest.digest('hex');
}

function stampFile(root) {
  return join(root, 'node_modules', '.chartroom-installed');
}
