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

import { gzipSync } from 'node:zlib';
import { InputError } from '@backstage/errors';
import type { FileTree } from '@chartroom/backstage-plugin-chartroom-common';
import { pack } from 'tar-stream';
import { parse } from 'yaml';
import { isRepositoryPath } from '../git/isRepositoryPath';
import type { AssembledChart } from '../helm';
import { filesForHelm } from './filesForHelm';
import { createArchiveBudget, readChartArchive } from './readChartArchive';

const BYTE_ORDER_MARK = Buffer.from('\ufeff');

/**
 * Packs a chart as `helm package` does, but with the same bytes for the same files, always and everywhere.
 *
 * @remarks
 * What `.helmignore` names stays out, and subcharts are folders, as in a package of Helm's. Chart.yaml
 * first, then by path; no times, no owners. Throws InputError when Chart.yaml says another name or version.
 *
 * @public
 */
export async function packChart(options: {
  files: FileTree;
  name: string;
  version: string;
  /** For its `charts/` folder. */
  subcharts?: AssembledChart['subcharts'];
}): Promise<Buffer> {
  const { files, name, version } = options;
  const { name: writtenName, version: writtenVersion } =
    parse(files.get('Chart.yaml') ?? '') ?? {};
  if (writtenName !== name || writtenVersion !== version) {
    throw new InputError(
      `Chart.yaml says ${writtenName} ${writtenVersion}, but ${name} ${version} is to be packed`,
    );
  }
  const entries = new Map<string, string | Buffer>(filesForHelm({ files }));
  if (!entries.has('Chart.yaml')) {
    throw new InputError(
      `The .helmignore of ${name} leaves out Chart.yaml, without which there is no chart: correct it`,
    );
  }
  const budget = createArchiveBudget();
  for (const subchart of options.subcharts ?? []) {
    const inner =
      'archive' in subchart
        ? (await readChartArchive({ archive: subchart.archive, budget })).files
        : filesForHelm<string | Buffer>({ files: subchart.files });
    for (const [path, content] of inner) {
      entries.set(`charts/${subchart.name}/${path}`, content);
    }
  }
  const paths = [...entries.keys()]
    .filter(path => path !== 'Chart.yaml')
    .sort((a, b) => (a < b ? -1 : 1));

  const packer = pack();
  for (const path of ['Chart.yaml', ...paths]) {
    if (!isRepositoryPath({ path })) {
      throw new InputError(
        `${JSON.stringify(path.slice(0, 200))} cannot be a file of a chart`,
      );
    }
    const header = {
      name: `${name}/${path}`,
      mode: 0o644,
      mtime: new Date(0),
    };
    packer.entry(header, withoutMark(Buffer.from(entries.get(path)!)));
  }
  packer.finalize();

  const chunks = new Array<Buffer>();
  for await (const chunk of packer) {
    chunks.push(chunk as Buffer);
  }
  const zipped = gzipSync(Buffer.concat(chunks), { level: 9 });
  // The header's operating system (RFC 1952, 2.3.1): "unknown", or it would differ between machines.
  zipped[9] = 255;
  return zipped;
}

/** Helm takes the byte order mark from each file that it packs. */
function withoutMark(content: Buffer): Buffer {
  return content.subarray(0, 3).equals(BYTE_ORDER_MARK)
    ? content.subarray(3)
    : content;
}
