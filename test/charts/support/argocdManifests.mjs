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

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readObjects } from './readObjects.mjs';

/**
 * What Argo CD applies once somebody has applied `argocd/app-of-apps.yaml`: the text of its manifests, that file's first, and
 * their objects.
 */
export async function argocdManifests({ directory }) {
  const first = await readFile(
    join(directory, 'argocd/app-of-apps.yaml'),
    'utf8',
  );
  const { spec } = parse(first);
  const texts = [first];
  for (const { repoURL, path, directory: only = {} } of spec.sources) {
    assert.equal(repoURL, spec.sources[0].repoURL);
    const files = (await readdir(join(directory, path))).filter(
      file => /\.(ya?ml|json)$/.test(file) && file === (only.include ?? file),
    );
    assert.ok(files.length > 0, `${path} holds nothing`);
    for (const file of files.sort()) {
      texts.push(await readFile(join(directory, path, file), 'utf8'));
    }
  }
  const { text, objects } = readObjects(texts.join('\n---\n'));
  return { text, objects, repository: spec.sources[0].repoURL };
}
