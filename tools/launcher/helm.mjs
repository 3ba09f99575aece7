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
import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provideCached } from './cache.mjs';
import { isBelow, runGo } from './go.mjs';
import { LauncherError } from './launcherError.mjs';
import { findProgram } from './programs.mjs';
import { runCommand } from './runCommand.mjs';

const answerLimit = 5_000;
const downloadLimit = 120_000;

/** The releases of Helm that Chartroom is built and tested with. */
const helmReleases = {
  4: {
    version: '4.2.4',
    lowest: [4, 0],
    linkerFlags: ['helm.sh/helm/v4/internal/version.version=v4.2.4'],
  },
  3: {
    version: '3.21.4',
    lowest: [3, 18],
    // Without its Makefile Helm 3 would render for Kubernetes 1.20
    linkerFlags: [
      'helm.sh/helm/v3/internal/version.version=v3.21.4',
      'helm.sh/helm/v3/pkg/chartutil.k8sVersionMajor=1',
      'helm.sh/helm/v3/pkg/chartutil.k8sVersionMinor=36',
      'helm.sh/helm/v3/pkg/lint/rules.k8sVersionMajor=1',
      'helm.sh/helm/v3/pkg/lint/rules.k8sVersionMinor=36',
    ],
  },
};

/** Whether what `helm version --short` says is a release that serves as this major version. */
export function isFittingHelm(options) {
  const { text, major } = options;
  const [, ...numbers] = text.match(/v(\d+)\.(\d+)/) ?? [];
  const version = numbers.map(Number);
  return version[0] === major && !isBelow(version, helmReleases[major].lowest);
}

/** The path of a Helm: from the cache, the system, its release, or built from its sources. */
export async function provideHelm(options) {
  const { major, cache, env, progress } = options;
  const release = helmReleases[major];
  const name = `helm-${release.version}-${process.platform}-${process.arch}`;
  const own = existsSync(join(cache, name))
    ? undefined
    : await findFittingHelm({ major, env });
  if (own) {
    progress.done = `${own.version}, the system's own`;
    return own.path;
  }
  const directory = await provideCached({
    cache,
    name,
    onWait: () => {
      progress.doing = 'waiting for another launcher that makes it';
    },
    make: partial => make({ partial, release, major, env, progress }),
  });
  progress.done = release.version;
  return join(directory, 'helm');
}

async function findFittingHelm(options) {
  const { major, env } = options;
  const path = findProgram({ names: ['helm'], env });
  if (!path) {
    return undefined;
  }
  const { lines } = await runCommand({
    command: path,
    args: ['version', '--short'],
    env,
    timeLimit: answerLimit,
  });
  const text = lines.at(-1) ?? '';
  return isFittingHelm({ text, major }) ? { path, version: text } : undefined;
}

async function make(options) {
  const { partial, release, major, env, progress } = options;
  progress.doing = `fetching the release ${release.version}`;
  const refusal = await download({ partial, release }).then(
    () => undefined,
    error => error.cause?.message ?? error.message,
  );
  if (!refusal) {
    return;
  }
  progress.doing = `building ${release.version} with Go`;
  try {
    await build({ partial, release, major, env });
  } catch (error) {
    throw new LauncherError(
      `install Helm ${release.lowest.join('.')} or newer (https://helm.sh): ${
        release.version
      } did not arrive (${refusal}), and ${error.message}`,
    );
  }
}

/** The digest beside an archive guards against damage in transit, not against a replaced release. */
async function download(options) {
  const { partial, release } = options;
  const platform = `${process.platform}-${
    process.arch === 'x64' ? 'amd64' : process.arch
  }`;
  const url = `https://get.helm.sh/helm-v${release.version}-${platform}.tar.gz`;
  const published = await (await get(`${url}.sha256sum`, answerLimit)).text();
  const response = await get(url, downloadLimit);
  const archive = Buffer.from(await response.arrayBuffer());
  const digest = createHash('sha256').update(archive).digest('hex');
  if (!published.startsWith(digest)) {
    throw new LauncherError('the archive differs from its published digest');
  }
  const file = join(partial, 'helm.tar.gz');
  await writeFile(file, archive);
  const { code } = await runCommand({
    command: 'tar',
    args: ['-xzf', file, '-C', partial],
    cwd: partial,
    env: process.env,
  });
  if (code !== 0) {
    throw new LauncherError('tar could not unpack the archive');
  }
  await rename(join(partial, platform, 'helm'), join(partial, 'helm'));
  await rm(file);
}

async function get(url, timeLimit) {
  const response = await fetch(url, {
    signal: AbortSignal.timeout(timeLimit),
  });
  if (!response.ok) {
    throw new LauncherError(`${new URL(url).host} answered ${response.status}`);
  }
  return response;
}

async function build(options) {
  const { partial, release, major, env } = options;
  const flags = release.linkerFlags.map(flag => `-X ${flag}`).join(' ');
  await runGo({
    args: [
      ...['install', '-trimpath', '-ldflags', `-s -w ${flags}`],
      `helm.sh/helm/v${major}/cmd/helm@v${release.version}`,
    ],
    cwd: partial,
    env,
    binaries: partial,
  });
}
