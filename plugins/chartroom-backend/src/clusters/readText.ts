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

import fs from 'node:fs/promises';
import { isError } from '@backstage/errors';
import { refused } from './refused';

/**
 * Reads a file that a cluster's configuration names.
 *
 * @remarks
 * Throws a {@link KubernetesError} that names the file and not what is in it.
 *
 * @internal
 */
export async function readText(options: {
  cluster: string;
  path: string;
}): Promise<string> {
  const { cluster, path } = options;
  try {
    return await fs.readFile(path, 'utf8');
  } catch (error) {
    const missing = isError(error) && error.code === 'ENOENT';
    throw refused({
      cluster,
      message: `the file ${path} ${
        missing ? 'does not exist' : 'cannot be read'
      }`,
    });
  }
}
