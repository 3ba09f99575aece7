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

import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parse } from 'yaml';

/**
 * How many bytes the Secret of a release holds: the release as JSON, compressed as far as
 * gzip can, in base64 (Helm's pkg/storage/driver/util.go). Of the charts only the
 * umbrella's own files are in it, and the rendered manifest.
 */
export async function releaseSecret({ umbrella, manifest }) {
  const read = file => readFile(join(umbrella, file), 'utf8');
  const templates = await readdir(join(umbrella, 'templates'));
  const release = {
    name: 'large',
    info: { status: 'deployed', description: 'Install complete' },
    chart: {
      metadata: parse(await read('Chart.yaml')),
      lock: parse(await read('Chart.lock').catch(() => 'null')),
      templates: await Promise.all(
        templates.map(async name => ({
          name: `templates/${name}`,
          data: Buffer.from(await read(`templates/${name}`)).toString('base64'),
        })),
      ),
      values: parse(await read('values.yaml')),
      schema: null,
      files: [],
    },
    manifest,
    version: 1,
    namespace: 'large',
  };
  const packed = gzipSync(JSON.stringify(release), { level: 9 });
  return packed.toString('base64').length;
}
