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
import type { ChartDependency } from '../charts';
import type { Finding } from '../check';
import type { FileTree } from '../files';
import { SourceDocument } from '../matrix/SourceDocument';
import type { HandMadeChart, HandMadeUmbrella } from './HandMadeUmbrella';
import { mergeValues } from '../values/mergeValues';
import { pathFrom } from './pathFrom';
import { isMap } from '../values/isMap';

const dependency = z.looseObject({
  name: z.string(),
  version: z.string().optional(),
  repository: z.string().optional(),
  condition: z.string().optional(),
  tags: z.array(z.string()).optional(),
  alias: z.string().optional(),
});

const chartSchema = z.looseObject({
  name: z.string(),
  dependencies: z.array(dependency).nullish(),
});

/**
 * Reads an umbrella that no matrix describes yet, with the charts beside it.
 *
 * @internal
 */
export function readHandMadeUmbrella(options: {
  files: FileTree;
  /** Its folder. */
  folder: string;
}): { umbrella?: HandMadeUmbrella; findings: Finding[] } {
  const { files, folder } = options;
  const file = `${folder}/Chart.yaml`;
  const findings: Finding[] = [];
  const { document, findings: syntax } = read({ files, file });
  findings.push(...syntax);
  const parsed = chartSchema.safeParse(document?.value);
  if (!document || !parsed.success) {
    if (document) {
      findings.push({
        rule: 'import-umbrella',
        severity: 'error',
        file,
        message: `${file} is not a chart: ${
          parsed.error?.issues[0]?.path.join('.') || 'its content'
        } is not what Helm expects.`,
        fix: 'Let helm lint say what is wrong, and correct it.',
      });
    }
    return { findings };
  }
  const values = valuesOf({ files, file: `${folder}/values.yaml`, findings });
  const charts = (parsed.data.dependencies ?? []).map((entry, index) =>
    readChart({
      files,
      folder,
      values,
      entry: entry as ChartDependency,
      line: document.lineAt(['dependencies', index]),
      findings,
    }),
  );
  const environments = environmentsOf({ files, folder });
  return {
    umbrella: { folder, name: parsed.data.name, charts, environments },
    findings,
  };
}

/** From files such as `values-dev.yaml`, `values.dev.yaml` and `values-dev.yml`. */
function environmentsOf(options: {
  files: FileTree;
  folder: string;
}): HandMadeUmbrella['environments'] {
  const { files, folder } = options;
  const shape = new RegExp(
    `^${escape(folder)}/(values[-._]([a-z0-9-]+)\\.ya?ml)$`,
  );
  const found = new Map<string, string>();
  for (const path of files.keys()) {
    const [, file, name] = shape.exec(path) ?? [];
    if (name && name !== 'local' && found.get(name) !== usualFile(name)) {
      found.set(name, file);
    }
  }
  return [...found].map(([name, values]) => ({
    name,
    ...(values !== usualFile(name) && { values }),
  }));
}

function usualFile(name: string): string {
  return `values-${name}.yaml`;
}

function readChart(options: {
  files: FileTree;
  folder: string;
  values: Readonly<Record<string, unknown>>;
  entry: ChartDependency;
  line: number;
  findings: Finding[];
}): HandMadeChart {
  const { files, folder: umbrella, values, entry, line, findings } = options;
  const name = entry.alias ?? entry.name;
  const place = placeOf({ umbrella, entry });
  const folder =
    place !== undefined && files.has(`${place}/Chart.yaml`) ? place : undefined;
  const above = isMap(values[name]) ? values[name] : {};
  if (folder === undefined) {
    return {
      name,
      dependency: entry,
      line,
      chart: {},
      values: above,
      templates: '',
    };
  }
  const chart = read({ files, file: `${folder}/Chart.yaml` }).document?.value;
  const own = valuesOf({ files, file: `${folder}/values.yaml`, findings });
  return {
    name,
    dependency: entry,
    line,
    folder,
    chart: isMap(chart) ? chart : {},
    values: mergeValues({ below: own, above }),
    templates: [...files]
      .filter(([path]) => path.startsWith(`${folder}/templates/`))
      .map(([, text]) => text)
      .join('\n'),
  };
}

/** The folder in this repository that an entry names; undefined for a chart from elsewhere. */
function placeOf(options: {
  umbrella: string;
  entry: ChartDependency;
}): string | undefined {
  const { umbrella, entry } = options;
  const { name, repository = '' } = entry;
  if (repository === '') {
    return `${umbrella}/charts/${name}`;
  }
  return repository.startsWith('file://')
    ? pathFrom({ folder: umbrella, path: repository.slice('file://'.length) })
    : undefined;
}

function valuesOf(options: {
  files: FileTree;
  file: string;
  findings: Finding[];
}): Readonly<Record<string, unknown>> {
  const { document, findings } = read(options);
  options.findings.push(...findings);
  return isMap(document?.value) ? document.value : {};
}

function read(options: { files: FileTree; file: string }): {
  document?: SourceDocument;
  findings: Finding[];
} {
  const { files, file } = options;
  const text = files.get(file);
  return text === undefined
    ? { findings: [] }
    : SourceDocument.parse({ file, text, rulePrefix: 'import' });
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
