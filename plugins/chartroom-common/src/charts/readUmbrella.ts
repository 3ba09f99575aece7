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
import type { Finding } from '../check';
import type { FileTree } from '../files';
import { shapeFindings } from '../matrix/shapeFindings';
import type { Matrix } from '../matrix/types';
import { Documents } from '../platform/Documents';
import type { ParsedYaml } from '../yaml';
import type { Umbrella } from './Umbrella';

const dependency = z.object({
  name: z.string(),
  version: z.string().optional(),
  repository: z.string().optional(),
  condition: z.string().optional(),
  tags: z.array(z.string()).optional(),
  enabled: z.boolean().optional(),
  'import-values': z.array(z.unknown()).optional(),
  alias: z.string().optional(),
});

const chart = z.object({ dependencies: z.array(dependency).nullish() });

const lock = z.object({
  dependencies: z.array(dependency),
  digest: z.string(),
});

const values = z.record(z.string(), z.unknown()).nullable();

/**
 * Reads the umbrella chart that a matrix names.
 *
 * @remarks
 * Undefined when there is no Chart.yaml, or one that cannot be read.
 *
 * @internal
 */
export function readUmbrella(options: {
  files: FileTree;
  matrix: Matrix;
  documents?: Documents;
}): {
  umbrella?: Umbrella;
  findings: Finding[];
  /** The files that could be read, by path. */
  parsed: Map<string, ParsedYaml>;
} {
  const { files, matrix, documents = new Documents() } = options;
  const chartFile = `${matrix.umbrella}/Chart.yaml`;
  const lockFile = `${matrix.umbrella}/Chart.lock`;
  const valuesFile = `${matrix.umbrella}/values.yaml`;
  const parsed = new Map<string, ParsedYaml>();
  if (!files.has(chartFile)) {
    return {
      parsed,
      findings: [
        {
          rule: 'umbrella-missing',
          severity: matrix.delivery === 'umbrella' ? 'error' : 'info',
          file: chartFile,
          message: `There is no umbrella chart at ${chartFile}.`,
          fix: 'Write umbrella: with its folder in the matrix, or make the chart.',
        },
      ],
    };
  }
  const findings: Finding[] = [];
  const read = <T>(file: string, schema: z.ZodType<T>): T | undefined => {
    const result = readFile({ files, documents, file, schema });
    findings.push(...result.findings);
    if (result.parsed) {
      parsed.set(file, result.parsed);
    }
    return result.value;
  };
  const parsedChart = read(chartFile, chart);
  const parsedLock = read(lockFile, lock);
  const parsedValues = read(valuesFile, values);
  const environmentValues = new Map(
    matrix.environments.map(environment => [
      environment.name,
      read(`${matrix.umbrella}/${environment.values}`, values) ?? {},
    ]),
  );
  return {
    umbrella: parsedChart && {
      chartFile,
      lockFile,
      valuesFile,
      dependencies: parsedChart.dependencies ?? [],
      lock: parsedLock,
      values: parsedValues ?? {},
      environmentValues,
    },
    findings,
    parsed,
  };
}

function readFile<T>(options: {
  files: FileTree;
  documents: Documents;
  file: string;
  schema: z.ZodType<T>;
}): { value?: T; findings: Finding[]; parsed?: ParsedYaml } {
  const { files, documents, file, schema } = options;
  const text = files.get(file);
  if (text === undefined) {
    return { findings: [] };
  }
  const { document, findings } = documents.parse({
    file,
    text,
    rulePrefix: 'umbrella',
  });
  if (!document) {
    return { findings };
  }
  const checked = schema.safeParse(document.value);
  return checked.success
    ? { value: checked.data, findings: [], parsed: document.parsed }
    : {
        findings: shapeFindings({
          issues: checked.error.issues,
          document,
          file,
          rulePrefix: 'umbrella',
          knownKeys: [],
        }),
      };
}
