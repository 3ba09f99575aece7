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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { waitFor } from '../../support/waitFor.mjs';

/** Installs custom resources by name, such as `applications.argoproj.io`, and resolves once they are served. */
export async function installCustomResources(options) {
  const { cluster, names } = options;
  for (const name of names) {
    const file = join(process.env.CHARTROOM_CUSTOM_RESOURCES, `${name}.yaml`);
    await cluster.apply(parse(await readFile(file, 'utf8')));
  }
  for (const name of names) {
    await waitFor(`${name} to be served`, async () => {
      const { status } = await cluster.request({
        path: `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${name}`,
      });
      return status.conditions?.some(
        condition =>
          condition.type === 'Established' && condition.status === 'True',
      );
    });
  }
}
