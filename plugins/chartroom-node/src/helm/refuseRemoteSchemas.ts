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

import { InputError } from '@backstage/errors';
import {
  createArchiveBudget,
  readChartArchive,
  type ArchiveBudget,
} from '../chartRepository/readChartArchive';
import type { AssembledChart } from './Helm';

/** The drafts that Helm has built in; any other `$schema` it would fetch. */
const KNOWN_DRAFT =
  /^https?:\/\/json-schema\.org\/(?:draft-0[467]|draft\/(?:2019-09|2020-12))\/schema#?$/;
const REFERENCES = new Set(['$ref', '$dynamicRef', '$recursiveRef']);

/**
 * Throws InputError when a values.schema.json of a chart, at any depth, names another document.
 *
 * @remarks
 * Helm 3 and 4 fetch `$ref`, `$dynamicRef` and `$schema` over HTTP, and read
 * `file:` addresses, while they render: a chart could make this server ask
 * hosts that only it can reach.
 *
 * @internal
 */
export async function refuseRemoteSchemas(options: {
  chart: AssembledChart;
}): Promise<void> {
  const budget = createArchiveBudget();
  checkFiles(options.chart.files, '');
  for (const subchart of options.chart.subcharts) {
    if ('archive' in subchart) {
      await checkArchive(subchart.archive, `charts/${subchart.name}`, budget);
    } else {
      checkFiles(subchart.files, `charts/${subchart.name}/`);
    }
  }
}

async function checkArchive(
  archive: Buffer,
  place: string,
  budget: ArchiveBudget,
): Promise<void> {
  const { files } = await readChartArchive({ archive, budget });
  checkFiles(files, `${place}/`);
  for (const [path, content] of files) {
    if (/^(?:charts\/[^/]+\/)*charts\/[^/]+\.tgz$/.test(path)) {
      await checkArchive(content, `${place}/${path}`, budget);
    }
  }
}

function checkFiles(
  files: ReadonlyMap<string, string | Buffer>,
  prefix: string,
): void {
  for (const [path, content] of files) {
    if (path === 'values.schema.json' || path.endsWith('/values.schema.json')) {
      const reference = remoteReference(parseSchema(content, prefix + path));
      if (reference !== undefined) {
        throw new InputError(
          `${prefix}${path} refers to ${JSON.stringify(
            reference.slice(0, 200),
          )}, which is outside it: write what it needs below "definitions" of the same file`,
        );
      }
    }
  }
}

function parseSchema(content: string | Buffer, place: string): unknown {
  try {
    return JSON.parse(content.toString().replace(/^\ufeff/, ''));
  } catch {
    throw new InputError(`${place} is no JSON`);
  }
}

function remoteReference(schema: unknown): string | undefined {
  if (typeof schema !== 'object' || schema === null) {
    return undefined;
  }
  for (const [key, value] of Object.entries(schema)) {
    if (typeof value === 'string') {
      if (
        (REFERENCES.has(key) && !value.startsWith('#')) ||
        (key === '$schema' && !KNOWN_DRAFT.test(value))
      ) {
        return value;
      }
    } else {
      const found = remoteReference(value);
      if (found !== undefined) {
        return found;
      }
    }
  }
  return undefined;
}
