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

import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type {
  Environment,
  Platform,
} from '@chartroom/backstage-plugin-chartroom-common';
import {
  packChart,
  unpackChart,
} from '@chartroom/backstage-plugin-chartroom-node';
import { parse } from 'yaml';

/**
 * How many bytes Helm's Secret of a release takes, about: its JSON with the umbrella's own files,
 * the values that were given and what was rendered, zipped and in base64. Of subcharts Helm keeps
 * only what they render.
 *
 * @remarks
 * As `encodeRelease` in Helm's pkg/storage/driver/util.go. Times and the status, a few hundred
 * bytes, are left out.
 *
 * @internal
 */
export async function releaseBytes(options: {
  platform: Platform;
  environment?: Environment;
  manifests: string;
}): Promise<number> {
  const { platform, environment, manifests } = options;
  const { matrix } = platform;
  const files = await umbrellaFiles({ platform });
  const read = (name: string) => parse(files.get(name) ?? '') ?? {};
  const encoded = (name: string) => ({
    name,
    data: Buffer.from(files.get(name) ?? '').toString('base64'),
  });
  const known = ['Chart.yaml', 'Chart.lock', 'values.yaml'];
  const others = [...files.keys()].filter(path => !known.includes(path));
  const isTemplate = (path: string) => path.startsWith('templates/');
  const release = {
    name: matrix?.system,
    namespace: environment?.namespace ?? matrix?.system,
    version: 1,
    chart: {
      metadata: read('Chart.yaml'),
      lock: read('Chart.lock'),
      values: read('values.yaml'),
      templates: others.filter(isTemplate).map(encoded),
      files: others.filter(path => !isTemplate(path)).map(encoded),
    },
    config: environment ? read(environment.values) : {},
    manifest: manifests,
  };
  const zipped = await promisify(gzip)(JSON.stringify(release), { level: 9 });
  return Math.ceil(zipped.length / 3) * 4;
}

/** The umbrella's files that Helm takes: without its subcharts, and what `.helmignore` names. */
async function umbrellaFiles(options: {
  platform: Platform;
}): Promise<ReadonlyMap<string, string>> {
  const folder = `${options.platform.matrix?.umbrella}/`;
  const files = new Map(
    [...options.platform.files].flatMap(([path, text]) =>
      path.startsWith(folder) && !path.startsWith(`${folder}charts/`)
        ? [[path.slice(folder.length), text]]
        : [],
    ),
  );
  const { name, version } = parse(files.get('Chart.yaml') ?? '') ?? {};
  return unpackChart({ archive: await packChart({ files, name, version }) });
}
