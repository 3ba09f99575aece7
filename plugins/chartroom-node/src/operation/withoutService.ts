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

import {
  editYaml,
  isLockCurrent,
  lockDigest,
  readPlatform,
  type FileChange,
  type Platform,
  type Umbrella,
  type YamlEdit,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Takes a service out of a platform: the inverse of the edits that entered it.
 *
 * @remarks
 * Throws YamlEditRefusedError where a file cannot be edited safely.
 *
 * @internal
 */
export function withoutService(options: {
  platform: Platform;
  name: string;
  /** ISO 8601; written to Chart.lock. */
  now: string;
}): { changes: readonly FileChange[]; platform: Platform } {
  const { platform, name, now } = options;
  const { matrix, umbrella } = platform;
  if (!matrix || !umbrella) {
    return { changes: [], platform };
  }
  const changes: FileChange[] = [];
  const files = new Map(platform.files);
  const edit = (path: string, edits: readonly YamlEdit[]) => {
    const text = files.get(path);
    if (text === undefined) {
      return;
    }
    const content = editYaml({ file: path, text, edits }).text;
    if (content !== text) {
      files.set(path, content);
      changes.push({ kind: 'write', path, content });
    }
  };
  const fromList = (list: string): YamlEdit => ({
    op: 'removeListItem',
    path: [list],
    key: 'name',
    identity: name,
  });

  edit(platform.matrixFile, [fromList('services')]);
  edit(umbrella.chartFile, [fromList('dependencies')]);
  const isListed = umbrella.dependencies.some(it => it.name === name);
  if (isListed && isLockCurrent({ umbrella })) {
    edit(umbrella.lockFile, [
      fromList('dependencies'),
      ...lockEdits({ umbrella, name, now }),
    ]);
  }
  edit(umbrella.valuesFile, [
    { op: 'removeMapEntry', path: [], key: name },
    ...callerPaths({ umbrella, name }).map(
      (path): YamlEdit => ({ op: 'removeMapEntry', path, key: name }),
    ),
  ]);
  for (const environment of matrix.environments) {
    edit(`${matrix.umbrella}/${environment.values}`, [
      { op: 'removeMapEntry', path: [], key: name },
    ]);
  }
  return {
    changes,
    platform: readPlatform({ files, matrixPath: platform.matrixFile }),
  };
}

function lockEdits(options: {
  umbrella: Umbrella;
  name: string;
  now: string;
}): YamlEdit[] {
  const { umbrella, name, now } = options;
  const others = (dependency: { name: string }) => dependency.name !== name;
  const digest = lockDigest({
    dependencies: umbrella.dependencies.filter(others),
    locked: (umbrella.lock?.dependencies ?? []).filter(others),
  });
  return [
    { op: 'setScalar', path: ['digest'], value: digest },
    { op: 'setScalar', path: ['generated'], value: now },
  ];
}

/** Every map of callers in the umbrella's values that names the service. */
function callerPaths(options: {
  umbrella: Umbrella;
  name: string;
}): string[][] {
  const { umbrella, name } = options;
  const own = Object.keys(umbrella.values).map(key => [
    key,
    'wiring',
    'callers',
  ]);
  const backing = umbrella.values.backingServices;
  const foreign = isRecord(backing)
    ? Object.keys(backing).map(key => ['backingServices', key, 'callers'])
    : [];
  return [...own, ...foreign].filter(
    path => path[0] !== name && hasKey(umbrella.values, [...path, name]),
  );
}

function hasKey(root: unknown, path: readonly string[]): boolean {
  let value = root;
  for (const key of path) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) {
      return false;
    }
    value = value[key];
  }
  return true;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
