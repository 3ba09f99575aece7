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
import { provideCached } from './cache.mjs';
import { runGo } from './go.mjs';
import { digestOfModule, provideGoTool } from './goTool.mjs';
import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

/** Pins the projects' modules. */
export const pins = 'tools/crd-schemas';
const converter = { folder: 'test/judges', package: './crd-schemas' };

/** Where each project's Go module holds its custom resource definitions; tools/crd-schemas pins the versions. */
const folders = {
  'github.com/argoproj/argo-cd/v3': 'manifests/crds',
  'github.com/cert-manager/cert-manager': 'deploy/crds',
  'github.com/cloudnative-pg/cloudnative-pg': 'config/crd/bases',
  'github.com/external-secrets/external-secrets': 'config/crds/bases',
  'github.com/prometheus-operator/prometheus-operator':
    'example/prometheus-operator-crd',
  'github.com/rabbitmq/cluster-operator/v2': 'config/crd/bases',
  'sigs.k8s.io/gateway-api': 'config/crd/standard',
};

/** A folder of strict JSON schemas, made of the definitions that the projects themselves publish. */
export async function provideCrdSchemas(options) {
  const { cache, root, env, progress } = options;
  const digests = await Promise.all(
    [pins, converter.folder].map(folder => digestOfModule(join(root, folder))),
  );
  const directory = await provideCached({
    cache,
    name: `crd-schemas-${digests.join('-')}`,
    onWait: () => {
      progress.doing = 'waiting for another launcher that makes them';
    },
    async make(partial) {
      const program = await provideGoTool({ ...options, ...converter });
      progress.doing = 'fetching the definitions with Go';
      const found = await fetchDefinitions({ root, env });
      const { code, lines: said } = await runCommand({
        command: program,
        args: [partial, ...found],
        env,
      });
      if (code !== 0) {
        throw new LauncherError(said.at(-1) ?? 'they could not be converted');
      }
    },
  });
  progress.done = `of ${Object.keys(folders).length} projects`;
  return directory;
}

/** Lets Go fetch the projects' modules, and resolves with the folders of definitions in them. */
export async function fetchDefinitions(options) {
  const { root, env } = options;
  const lines = await runGo({
    args: ['mod', 'download', '-json', ...Object.keys(folders)],
    cwd: join(root, pins),
    env,
  });
  const found = definitionFolders(lines);
  if (found.length !== Object.keys(folders).length) {
    throw new LauncherError('Go did not say where all definitions are');
  }
  return found;
}

/** The folders of definitions in what `go mod download -json` says of the modules. */
export function definitionFolders(lines) {
  const text = lines.join('\n');
  return [...text.matchAll(/"Path": "(.*)",[^}]*?"Dir": "(.*)"/g)].map(
    ([, module, directory]) => join(directory, folders[module]),
  );
}
