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
import type { Finding } from '../check';
import type { FileTree } from '../files';
import { readMatrix, type Matrix, type TakenName } from '../matrix';
import { readProfiles, type EngineProfile } from '../wiring';
import type { ParsedYaml } from '../yaml';
import { Documents } from './Documents';
import type { Platform } from './Platform';
import { readings, type PlatformReading } from './readings';

/**
 * Reads a platform repository: its matrix, its engines and its umbrella.
 *
 * @public
 */
export function readPlatform(options: {
  files: FileTree;
  /** Path of the service matrix; default `service-matrix.yaml`. */
  matrixPath?: string;
  /** An earlier state of the same repository: what has not changed since is not read again. */
  previous?: Platform;
}): Platform {
  const {
    files,
    matrixPath: matrixFile = 'service-matrix.yaml',
    previous,
  } = options;
  const known = previous && readings.get(previous);
  const documents = known?.documents ?? new Documents();
  const { profiles, findings } = profilesOf({ files, previous });
  const parsed = new Map<string, ParsedYaml>();
  const read = { files, parsed, matrixFile, profiles, findings };
  const text = files.get(matrixFile);
  if (text === undefined) {
    findings.push({
      rule: 'matrix-missing',
      severity: 'error',
      file: matrixFile,
      message: `There is no ${matrixFile} in this repository.`,
      fix: 'Is this the folder of a platform repository? chartroom import writes one for an umbrella that is here, and chartroom init makes a new repository.',
    });
    return { ...read, namesTaken: [] };
  }
  const only = onlyUmbrella(files);
  const matrixReading = matrixOf({
    ...{ matrixFile, text, profiles, known },
    umbrella: only,
    commonChartVersion: commonChartVersion({
      files,
      umbrella: only,
      documents,
    }),
  });
  const matrixRead = matrixReading.result;
  findings.push(...matrixRead.findings);
  const { matrix } = matrixRead;
  if (!matrix) {
    return { ...read, namesTaken: [] };
  }
  if (matrixRead.parsed) {
    parsed.set(matrixFile, matrixRead.parsed);
  }
  const umbrellaRead = readUmbrella({ files, matrix, documents });
  findings.push(...umbrellaRead.findings);
  umbrellaRead.parsed.forEach((file, path) => parsed.set(path, file));
  const { umbrella } = umbrellaRead;
  const platform = {
    ...read,
    matrix,
    umbrella,
    namesTaken: namesTaken({ matrix, matrixFile, umbrella }),
  };
  readings.set(platform, { documents, matrix: matrixReading });
  return platform;
}

/** The same engines as before where no file of a profile has changed. */
function profilesOf(options: {
  files: FileTree;
  previous: Platform | undefined;
}): { profiles: readonly EngineProfile[]; findings: Finding[] } {
  const { files, previous } = options;
  const profileFiles = (tree: FileTree) =>
    [...tree].filter(([path]) => path.startsWith('profiles/'));
  const texts = profileFiles(files);
  const isSame =
    previous &&
    profileFiles(previous.files).length === texts.length &&
    texts.every(([path, text]) => previous.files.get(path) === text);
  return isSame
    ? {
        profiles: previous.profiles,
        findings: previous.findings.filter(({ file }) =>
          file.startsWith('profiles/'),
        ),
      }
    : readProfiles({ files });
}

/** The same matrix as before where nothing that it is read from has changed. */
function matrixOf(options: {
  matrixFile: string;
  text: string;
  umbrella: string | undefined;
  commonChartVersion: string | undefined;
  profiles: readonly EngineProfile[];
  known: PlatformReading | undefined;
}): NonNullable<PlatformReading['matrix']> {
  const { matrixFile: file, known, ...read } = options;
  const before = known?.matrix;
  return before?.text === read.text &&
    before.umbrella === read.umbrella &&
    before.commonChartVersion === read.commonChartVersion &&
    before.profiles === read.profiles
    ? before
    : { ...read, result: readMatrix({ file, ...read }) };
}

/** The version that the umbrella pins, else that of the copy in this repository. */
function commonChartVersion(options: {
  files: FileTree;
  umbrella: string | undefined;
  documents: Documents;
}): string | undefined {
  const { files, umbrella, documents } = options;
  const valueOf = (file: string): any => {
    const text = files.get(file);
    return text === undefined
      ? undefined
      : documents.parse({ file, text, rulePrefix: 'umbrella' }).document?.value;
  };
  const entries = valueOf(`${umbrella}/Chart.yaml`)?.dependencies;
  const pinned = Array.isArray(entries)
    ? entries.find(entry => entry?.name === 'platform-common')?.version
    : undefined;
  const version =
    pinned ?? valueOf('charts/platform-common/Chart.yaml')?.version;
  return typeof version === 'string' ? version : undefined;
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
