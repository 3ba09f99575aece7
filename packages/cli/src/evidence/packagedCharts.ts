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

import { InputError, isError } from '@backstage/errors';
import type {
  FileTree,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import { unpackChart } from '@chartroom/backstage-plugin-chartroom-node';

/**
 * The charts from elsewhere that the umbrella pins, unpacked, by the name under which its values
 * speak of them. Undefined where none lies beside it: then nobody fetched them.
 *
 * @internal
 */
export async function packagedCharts(options: {
  platform: Platform;
  archives: ReadonlyMap<string, Buffer>;
}): Promise<ReadonlyMap<string, FileTree> | undefined> {
  const { platform, archives } = options;
  const { umbrella } = platform;
  const charts = new Map<string, FileTree>();
  for (const dependency of umbrella?.dependencies ?? []) {
    const { name, alias = name, repository = '' } = dependency;
    if (/^(?:https?|oci):\/\//.test(repository)) {
      const unpacked = folderOf({ platform, name });
      if (unpacked.size > 0) {
        charts.set(alias, unpacked);
      } else {
        const locked = umbrella?.lock?.dependencies.find(
          it => it.name === name && it.repository === repository,
        );
        const version = locked?.version ?? dependency.version;
        const file = `${name}-${version}.tgz`;
        const archive = archives.get(file);
        if (archive) {
          charts.set(alias, await unpack({ platform, file, archive }));
        }
      }
    }
  }
  return archives.size > 0 || charts.size > 0 ? charts : undefined;
}

/** A chart that somebody unpacked into `charts/` of the umbrella: Helm takes it as it is. */
function folderOf(options: { platform: Platform; name: string }): FileTree {
  const { platform, name } = options;
  const folder = `${platform.matrix?.umbrella}/charts/${name}/`;
  if (!platform.files.has(`${folder}Chart.yaml`)) {
    return new Map();
  }
  return new Map(
    [...platform.files].flatMap(([path, text]) =>
      path.startsWith(folder) ? [[path.slice(folder.length), text]] : [],
    ),
  );
}

async function unpack(options: {
  platform: Platform;
  file: string;
  archive: Buffer;
}): Promise<FileTree> {
  const { platform, file, archive } = options;
  try {
    return await unpackChart({ archive });
  } catch (error) {
    throw new InputError(
      `${platform.matrix?.umbrella}/charts/${file} cannot be read: ${
        isError(error) ? error.message : error
      }. Remove it, and run helm dependency build.`,
    );
  }
}
