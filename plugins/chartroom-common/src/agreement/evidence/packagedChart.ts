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

import { z } from 'zod';
import type { FileTree } from '../../files';
import { SourceDocument } from '../../matrix/SourceDocument';
import { isMap } from '../../values/isMap';

/**
 * What a packaged chart says of itself. What cannot be read is empty.
 *
 * @internal
 */
export interface PackagedChart {
  readonly version: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly dependencies: ReadonlyArray<{
    readonly name: string;
    readonly alias?: string;
    readonly version?: string;
  }>;
  /** Top-level keys of its values.schema.json. */
  readonly schemaKeys: readonly string[];
}

const chartSchema = z.object({
  version: z.string().catch(''),
  dependencies: z
    .array(
      z.object({
        name: z.string(),
        alias: z.string().optional(),
        version: z.string().optional(),
      }),
    )
    .catch([]),
});

const known = new WeakMap<FileTree, Map<string, PackagedChart>>();

/**
 * Reads a packaged chart, or one that lies in it, once.
 *
 * @internal
 */
export function packagedChart(options: {
  files: FileTree;
  /** Folder in it, ending with `/`; default the chart itself. */
  folder?: string;
}): PackagedChart {
  const { files, folder = '' } = options;
  const charts = known.get(files) ?? new Map<string, PackagedChart>();
  known.set(files, charts);
  const chart = charts.get(folder) ?? readChart({ files, folder });
  charts.set(folder, chart);
  return chart;
}

function readChart(options: {
  files: FileTree;
  folder: string;
}): PackagedChart {
  const { files, folder } = options;
  const read = (name: string) => {
    const file = `${folder}${name}`;
    const text = files.get(file) ?? '';
    return SourceDocument.parse({ file, text, rulePrefix: 'chart' }).document
      ?.value;
  };
  const values = read('values.yaml');
  const schema = read('values.schema.json');
  const properties = isMap(schema) ? schema.properties : undefined;
  return {
    ...chartSchema
      .catch({ version: '', dependencies: [] })
      .parse(read('Chart.yaml')),
    values: isMap(values) ? values : {},
    schemaKeys: isMap(properties) ? Object.keys(properties) : [],
  };
}
