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

import { readUmbrella } from '../charts/readUmbrella';
import type { Umbrella } from '../charts/Umbrella';
import type { FileTree } from '../files';
import { readMatrix, type Matrix, type TakenName } from '../matrix';
import { readProfiles } from '../wiring';
import type { ParsedYaml } from '../yaml';
import type { Platform } from './Platform';

/**
 * Reads a platform repository: its matrix, its engines and its umbrella.
 *
 * @public
 */
export function readPlatform(options: {
  files: FileTree;
  /** Path of the service matrix; default `service-matrix.yaml`. */
  matrixPath?: string;
}): Platform {
  const { files, matrixPath: matrixFile = 'service-matrix.yaml' } = options;
  const { profiles, findings } = readProfiles({ files });
  const parsed = new Map<string, ParsedYaml>();
  const read = { files, parsed, matrixFile, profiles, findings };
  const text = files.get(matrixFile);
  if (text === undefined) {
    findings.push({
      rule: 'matrix-missing',
      severity: 'error',
      file: matrixFile,
      message: `There is no ${matrixFile} in this repository.`,
      fix: 'Write one that lists the services of the umbrella; only their names are required.',
    });
    return { ...read, namesTaken: [] };
  }
  const matrixRead = readMatrix({
    file: matrixFile,
    text,
    umbrella: onlyUmbrella(files),
    profiles,
  });
  findings.push(...matrixRead.findings);
  const { matrix } = matrixRead;
  if (!matrix) {
    return { ...read, namesTaken: [] };
  }
  if (matrixRead.parsed) {
    parsed.set(matrixFile, matrixRead.parsed);
  }
  const umbrellaRead = readUmbrella({ files, matrix });
  findings.push(...umbrellaRead.findings);
  umbrellaRead.parsed.forEach((file, path) => parsed.set(path, file));
  const { umbrella } = umbrellaRead;
  return {
    ...read,
    matrix,
    umbrella,
    namesTaken: namesTaken({ matrix, matrixFile, umbrella }),
  };
}

/** The folder of the only chart in `helm/`, if there is one. */
function onlyUmbrella(files: FileTree): string | undefined {
  const folders = [...files.keys()].flatMap(
    path => /^(helm\/[^/]+)\/Chart\.yaml$/.exec(path)?.[1] ?? [],
  );
  return folders.length === 1 ? folders[0] : undefined;
}

function namesTaken(options: {
  matrix: Matrix;
  matrixFile: string;
  umbrella: Umbrella | undefined;
}): TakenName[] {
  const { matrix, matrixFile, umbrella } = options;
  const inMatrix = matrix.services.map(({ name, line }) => ({
    name,
    where: `it is a service of ${matrix.system} (${matrixFile}, line ${line})`,
  }));
  const listed = new Set(inMatrix.map(({ name }) => name));
  const inUmbrella = [
    ...(umbrella?.dependencies ?? []).flatMap(({ name, alias }) =>
      [name, alias ?? name].map(it => ({
        name: it,
        where: `${umbrella?.chartFile} lists a chart of this name`,
      })),
    ),
    ...[umbrella?.values ?? {}, ...(umbrella?.environmentValues.values() ?? [])]
      .flatMap(Object.keys)
      .map(name => ({
        name,
        where: `the umbrella's values speak of ${name}`,
      })),
  ].filter(({ name }) => !listed.has(name) && listed.add(name));
  const headless = matrix.services.flatMap(({ name, type, line }) =>
    type === 'statefulset'
      ? [
          {
            name: `${name}-headless`,
            where: `the StatefulSet ${name} gives its pods a Service of this name (${matrixFile}, line ${line})`,
          },
        ]
      : [],
  );
  return [...inMatrix, ...inUmbrella, ...headless];
}
