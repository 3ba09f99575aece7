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

import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { provideCached } from './cache.mjs';
import { fetchDefinitions, pins } from './crdSchemas.mjs';
import { digestOfModule, provideGoTool } from './goTool.mjs';
import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

/** The types of projects that publish no definitions in a module, and the tool that makes definitions of types. */
const types = {
  folder: 'test/cluster/custom-resources',
  packages: ['github.com/fluxcd/helm-controller/api/v2'],
};

/**
 * A folder of custom resource definitions that a real API server takes, each in a file of its own name, such as
 * `applications.argoproj.io.yaml`.
 */
export async function provideCustomResources(options) {
  const { cache, root, env, progress } = options;
  const digests = await Promise.all(
    [pins, types.folder].map(folder => digestOfModule(join(root, folder))),
  );
  const directory = await provideCached({
    cache,
    name: `custom-resources-${digests.join('-')}`,
    onWait: () => {
      progress.doing = 'waiting for another launcher that makes them';
    },
    async make(partial) {
      const generator = await provideGoTool({ ...options, ...types });
      progress.doing = 'fetching the definitions with Go';
      const fetched = await fetchDefinitions({ root, env });
      progress.doing = 'making definitions of types';
      const generated = join(partial, 'generated');
      await mkdir(generated);
      await generate({ generator, generated, root, env });
      for (const folder of [...fetched, generated]) {
        await copyDefinitions({ from: folder, to: partial });
      }
      await rm(generated, { recursive: true });
    },
  });
  progress.done = `${(await readdir(directory)).length} of them`;
  return directory;
}

async function generate({ generator, generated, root, env }) {
  const { code, lines } = await runCommand({
    command: generator,
    args: [
      ...['crd', ...types.packages.map(name => `paths=${name}`)],
      `output:crd:dir=${generated}`,
    ],
    cwd: join(root, types.folder),
    env: { ...env, CGO_ENABLED: '0', GOFLAGS: '-buildvcs=false' },
  });
  if (code !== 0) {
    throw new LauncherError(lines.at(-1) ?? 'they could not be made');
  }
}

/** Copies the definitions of a folder, each under its own name. */
export async function copyDefinitions(options) {
  const { from, to } = options;
  for (const file of await readdir(from)) {
    const text = file.endsWith('.yaml')
      ? await readFile(join(from, file), 'utf8')
      : '';
    const [, name] = text.match(/^ {2}name: (\S+)$/m) ?? [];
    if (name && /^kind: CustomResourceDefinition$/m.test(text)) {
      await writeFile(join(to, `${name}.yaml`), text);
    }
  }
}
