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

import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseDocument } from 'yaml';
import { run } from '../../support/run.mjs';
import { commonChart } from './repository.mjs';

const chartroom = fileURLToPath(
  new URL('../../../node_modules/.bin/chartroom', import.meta.url),
);

/**
 * A copy of an example that Argo CD delivers in one of the two ways, as `chartroom sync` writes it. An example that Argo CD does
 * not deliver gets what is missing: a repository, a cluster of its own for each environment, and for the last one a tag. `edit`
 * may change the document of the matrix before.
 *
 * Resolves with its folder, its matrix, and what `check` and a second `sync` said.
 */
export async function deliveredPlatform({ example, delivery, edit }) {
  const directory = await mkdtemp(join(tmpdir(), 'chartroom-argocd-'));
  await cp(example, directory, { recursive: true });
  await cp(commonChart, join(directory, 'charts/platform-common'), {
    recursive: true,
  });
  const file = join(directory, 'service-matrix.yaml');
  const document = parseDocument(await readFile(file, 'utf8'));
  document.set('delivery', delivery);
  edit?.(document);
  if (!document.has('gitops')) {
    addGitops(document);
  }
  await writeFile(file, document.toString());
  const command = name => run(process.execPath, [chartroom, name, directory]);
  await command('sync');
  return {
    directory,
    matrix: document.toJS(),
    checked: await command('check'),
    syncedAgain: await command('sync'),
  };
}

function addGitops(document) {
  document.set('gitops', {
    repository: 'https://git.example.com/platform.git',
  });
  const { environments } = document.toJS();
  environments.forEach(({ name }, index) =>
    document.setIn(['environments', index, 'cluster'], name),
  );
  document.setIn(['environments', environments.length - 1, 'ref'], 'v1.0.0');
}
