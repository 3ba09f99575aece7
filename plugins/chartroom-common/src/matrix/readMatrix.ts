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

import type { Finding } from '../check';
import { builtInProfiles, type EngineProfile } from '../wiring';
import { fillDefaults } from './fillDefaults';
import { matrixFindings } from './matrixFindings';
import { matrixKeys, matrixSchema, type WrittenMatrix } from './matrixSchema';
import type { ParsedYaml } from '../yaml';
import { shapeFindings } from './shapeFindings';
import { SourceDocument } from './SourceDocument';
import type { Matrix } from './types';

/** In characters of the file. */
const largestFile = 1024 * 1024;
const mostServices = 5000;

/**
 * Reads a service matrix, and says what is wrong with it.
 *
 * @remarks
 * A matrix whose shape is wrong is not returned. One whose names do not fit
 * together is, with findings of severity `error`.
 *
 * @public
 */
export function readMatrix(options: {
  /** Path of the file, for findings. */
  file: string;
  text: string;
  /** Folder of the umbrella chart, where the file does not name it. */
  umbrella?: string;
  /** Engines that the platform knows; default: the built-in ones. */
  profiles?: readonly EngineProfile[];
  /** Version of the common chart, where the file does not name it. */
  commonChartVersion?: string;
}): { matrix?: Matrix; findings: Finding[]; parsed?: ParsedYaml } {
  const { file, text, profiles = builtInProfiles } = options;
  if (text.length > largestFile) {
    return {
      findings: [
        tooLarge(
          file,
          `is ${text.length} characters long; the most is ${largestFile}`,
        ),
      ],
    };
  }
  const { document, findings } = SourceDocument.parse({
    file,
    text,
    rulePrefix: 'matrix',
  });
  if (!document) {
    return { findings };
  }
  const { written, findings: shape } = readShape({ document, file });
  if (!written) {
    return { findings: shape };
  }
  if (written.services.length > mostServices) {
    return {
      findings: [
        tooLarge(
          file,
          `has ${written.services.length} services; the most is ${mostServices}`,
        ),
      ],
    };
  }
  const umbrella = written.umbrella ?? options.umbrella;
  const system = written.system ?? umbrella?.split('/').at(-1);
  if (!system) {
    return {
      findings: [
        ...shape,
        {
          rule: 'matrix-system',
          severity: 'error',
          file,
          line: 1,
          message: `${file} names no system, and there is no umbrella chart to take its name from.`,
          fix: 'Write "system: <name>" at the top of the file.',
        },
      ],
    };
  }
  const matrix = fillDefaults({
    written,
    system,
    umbrella: umbrella ?? `helm/${system}`,
    document,
    profiles,
    commonChartVersion: options.commonChartVersion,
  });
  return {
    matrix,
    findings: [...shape, ...matrixFindings({ matrix, file, profiles })],
    parsed: document.parsed,
  };
}

/** Keys that nothing reads are reported and left out; any other fault leaves nothing to read. */
function readShape(options: { document: SourceDocument; file: string }): {
  written?: WrittenMatrix;
  findings: Finding[];
} {
  const { document, file } = options;
  const value: any = structuredClone(document.value ?? {});
  const first = matrixSchema.safeParse(value);
  if (first.success) {
    return { written: first.data, findings: [] };
  }
  const findings = shapeFindings({
    issues: first.error.issues,
    document,
    file,
    rulePrefix: 'matrix',
    knownKeys: matrixKeys,
  });
  for (const issue of first.error.issues) {
    if (issue.code !== 'unrecognized_keys') {
      return { findings };
    }
    const parent = issue.path.reduce<any>((node, step) => node[step], value);
    issue.keys.forEach(key => delete parent[key]);
  }
  return { written: matrixSchema.parse(value), findings };
}

function tooLarge(file: string, reason: string): Finding {
  return {
    rule: 'matrix-too-large',
    severity: 'error',
    file,
    message: `${file} ${reason}.`,
    fix: 'Divide the system into several platforms.',
  };
}
