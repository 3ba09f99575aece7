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

import { tierPeers } from '../charts/tierPeers';
import {
  environmentValuesEdits,
  umbrellaValuesEdits,
} from '../charts/umbrellaEdits';
import { isLockCurrent, lockEdits } from '../charts/pinEdits';
import type { ChartDependency, Umbrella } from '../charts';
import type { FileChange } from '../files';
import type { Matrix, Service } from '../matrix';
import type { Platform } from '../platform';
import { editYaml, type YamlEdit, type YamlPath } from '../yaml';
import { locate } from '../yaml/locate';
import { matrixItem } from './draftService';
import type { PlanFacts } from './types';

/**
 * Enters a drafted service in the platform repository: matrix, umbrella, lock
 * and values.
 *
 * @remarks
 * Returns the matrix with the service where the file has it. Throws
 * YamlEditRefusedError where a file cannot be edited safely.
 *
 * @internal
 */
export function platformChanges(options: {
  platform: Platform;
  matrix: Matrix;
  umbrella: Umbrella;
  service: Service;
  facts: PlanFacts;
}): { changes: FileChange[]; matrix: Matrix } {
  const { platform, umbrella, service, facts } = options;
  const changes: FileChange[] = [];
  const edit = (path: string, edits: YamlEdit[]): string => {
    const text = platform.files.get(path) ?? '';
    const parsed = platform.parsed.get(path);
    const content = editYaml({ file: path, text, edits, parsed }).text;
    if (content !== text) {
      changes.push({ kind: 'write', path, content });
    }
    return content;
  };
  const place = { after: tierPeers(options) };

  const matrixText = edit(platform.matrixFile, [
    {
      op: 'ensureListItem',
      path: ['services'],
      key: 'name',
      item: matrixItem({ service }),
      place,
    },
  ]);
  const matrix = {
    ...options.matrix,
    services: options.matrix.services.toSpliced(
      positionOf({ text: matrixText, list: 'services', service }),
      0,
      service,
    ),
  };

  const dependency: ChartDependency = {
    name: service.name,
    version: facts.chartVersion,
    repository: matrix.charts?.repository,
    condition: `${service.name}.enabled`,
  };
  const chartText = edit(umbrella.chartFile, [
    {
      op: 'ensureListItem',
      path: ['dependencies'],
      key: 'name',
      item: dependency,
      place,
    },
  ]);
  if (isLockCurrent({ umbrella })) {
    const list = 'dependencies';
    const position = positionOf({ text: chartText, list, service });
    const { now } = facts;
    edit(umbrella.lockFile, lockEdits({ umbrella, dependency, position, now }));
  }

  const { profiles } = platform;
  const drafted = { umbrella, matrix, service, profiles };
  edit(umbrella.valuesFile, umbrellaValuesEdits(drafted));
  for (const environment of matrix.environments) {
    const edits = environmentValuesEdits({ ...drafted, environment });
    if (edits.length > 0) {
      edit(`${matrix.umbrella}/${environment.values}`, edits);
    }
  }
  return { changes, matrix };
}

/** Where in a list of a file a service stands, counted from 0. */
function positionOf(options: {
  text: string;
  list: string;
  service: Service;
}): number {
  const { text, list, service } = options;
  const path: YamlPath = [list, { key: 'name', value: service.name }];
  return locate({ text, path }).indices[1];
}
