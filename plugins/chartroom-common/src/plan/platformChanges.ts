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

import type { AgreementChange } from '../agreement';
import { followingChanges } from '../agreement/followingChanges';
import type { ChartDependency, Umbrella } from '../charts';
import { isLockCurrent, lockEdits } from '../charts/pinEdits';
import { tierPeers } from '../charts/tierPeers';
import type { Finding } from '../check';
import type { FileChange } from '../files';
import { changesBetween } from '../files/changesBetween';
import type { Matrix, Service } from '../matrix';
import type { Platform } from '../platform';
import { alteredPlatform } from '../platform/alteredPlatform';
import { editYaml, type YamlEdit, type YamlPath } from '../yaml';
import { locate } from '../yaml/locate';
import { matrixItem } from './draftService';
import { leftFindings } from './leftFindings';
import type { PlanFacts } from './types';

interface Draft {
  readonly platform: Platform;
  readonly matrix: Matrix;
  readonly umbrella: Umbrella;
  readonly service: Service;
  readonly facts: PlanFacts;
}

/**
 * Enters a drafted service in the platform repository: in the matrix, pinned in
 * the umbrella and its lock, and switched off; then all that follows from that.
 *
 * @remarks
 * Returns the matrix with the service where the file has it. What was edited is
 * not parsed again, since what it says is known: a large platform is planned
 * while a person types. Throws YamlEditRefusedError where a file cannot be
 * edited safely.
 *
 * @internal
 */
export function platformChanges(
  options: Draft & {
    /** Leave out files that only Chartroom writes. */
    isPartial?: boolean;
  },
): { changes: FileChange[]; matrix: Matrix; findings: Finding[] } {
  const { service, isPartial } = options;
  const before = withValuesFiles(options);
  const { after, matrix, edits } = entered({ ...options, platform: before });
  const { files, left } = followingChanges({
    before,
    after,
    edits,
    services: new Set([
      service.name,
      ...service.dependencies.map(({ name }) => name),
    ]),
    isPartial,
  });
  const changes = changesBetween({ before: before.files, after: files });
  const isMatrix = ({ path }: FileChange) => path === before.matrixFile;
  return {
    // The one that the others follow from comes first
    changes: [
      ...changes.filter(isMatrix),
      ...changes.filter(change => !isMatrix(change)),
    ],
    matrix,
    findings: leftFindings({ left, service }),
  };
}

/** Values that nobody has written yet are an empty file. */
function withValuesFiles(options: Draft): Platform {
  const { platform, matrix, umbrella } = options;
  const missing = [
    umbrella.valuesFile,
    ...matrix.environments.map(({ values }) => `${matrix.umbrella}/${values}`),
  ].filter(path => !platform.files.has(path));
  if (matrix.delivery !== 'umbrella' || missing.length === 0) {
    return platform;
  }
  const files = new Map(platform.files);
  missing.forEach(path => files.set(path, ''));
  return alteredPlatform({ platform, changes: { files } });
}

/** The platform with the service in matrix, umbrella and lock, and the edit of the values that is still to be made. */
function entered(options: Draft): {
  after: Platform;
  matrix: Matrix;
  edits: AgreementChange[];
} {
  const { platform, umbrella, service, facts } = options;
  const { name } = service;
  const files = new Map(platform.files);
  const edit = (path: string, edits: YamlEdit[]): string => {
    const text = files.get(path) ?? '';
    const parsed = platform.parsed.get(path);
    const content = editYaml({ file: path, text, edits, parsed }).text;
    files.set(path, content);
    return content;
  };
  /** Enters an item behind its peers; gives its position, counted from 0. */
  const enter = (path: string, list: string, item: object): number => {
    const place = { after: tierPeers(options) };
    const text = edit(path, [
      { op: 'ensureListItem', path: [list], key: 'name', item, place },
    ]);
    const at: YamlPath = [list, { key: 'name', value: name }];
    return locate({ text, path: at }).indices[1];
  };

  const matrix = {
    ...options.matrix,
    services: options.matrix.services.toSpliced(
      enter(platform.matrixFile, 'services', matrixItem({ service })),
      0,
      service,
    ),
  };
  const dependency: ChartDependency = {
    name,
    version: facts.chartVersion,
    repository: matrix.charts?.repository,
    condition: `${name}.enabled`,
  };
  const position = enter(umbrella.chartFile, 'dependencies', dependency);
  if (isLockCurrent({ umbrella })) {
    const { now } = facts;
    edit(umbrella.lockFile, lockEdits({ umbrella, dependency, position, now }));
  }
  // It has no image before it is released
  const unreleased = { enabled: false };
  const after = tierPeers(options);
  return {
    matrix,
    after: alteredPlatform({
      platform,
      changes: {
        files,
        matrix,
        umbrella: {
          ...umbrella,
          dependencies: umbrella.dependencies.toSpliced(
            position,
            0,
            dependency,
          ),
          values: { ...umbrella.values, [name]: unreleased },
        },
      },
    }),
    edits:
      matrix.delivery === 'umbrella'
        ? [
            {
              kind: 'edit',
              path: umbrella.valuesFile,
              edits: [
                {
                  ...{ op: 'ensureMapEntry', path: [], key: name, after },
                  value: unreleased,
                },
              ],
            },
          ]
        : [],
  };
}
