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
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { provideCached } from './cache.mjs';
import { LauncherError } from './launcherError.mjs';
import { runCommand } from './runCommand.mjs';

const archive = 'tools/kubernetes-schemas/k8s-schemas.tar.xz';

/**
 * Where kubeconform finds the schemas of Kubernetes' own kinds: in the archive that this repository keeps, or without
 * it where kubeconform looks by itself, in the network.
 */
export async function provideKubernetesSchemas(options) {
  const { cache, root, env, progress } = options;
  const file = resolve(root, archive);
  const content = await readFile(file).catch(() => undefined);
  if (!content) {
    progress.done = "kubeconform's own, from the network";
    return 'default';
  }
  const digest = createHash('sha256').update(content).digest('hex');
  const directory = await provideCached({
    cache,
    name: `kubernetes-schemas-${digest.slice(0, 12)}`,
    onWait: () => {
      progress.doing = 'waiting for another launcher that unpacks them';
    },
    async make(partial) {
      progress.doing = 'unpacking';
      const { code } = await runCommand({
        command: 'tar',
        args: ['-xJf', file, '--strip-components', '1', '-C', partial],
        env,
      });
      if (code !== 0) {
        throw new LauncherError(`tar could not unpack ${file}`);
      }
    },
  });
  progress.done = archive;
  return join(
    directory,
    '{{ .NormalizedKubernetesVersion }}-standalone{{ .StrictSuffix }}',
    '{{ .ResourceKind }}{{ .KindSuffix }}.json',
  );
}
