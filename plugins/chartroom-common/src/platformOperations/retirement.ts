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

import type { ChartDependency } from '../charts';
import { environmentFile } from '../derived/gitops/environmentFile';
import type { Service } from '../matrix';
import type { YamlEdit } from '../yaml';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import { isMap } from '../values/isMap';

/**
 * Takes a service out of every file that speaks of it by its name.
 *
 * @internal
 */
export function retirement(
  options: Omit<OperationSubject<unknown>, 'operation'> & {
    service: Service;
    /** Paths of those files of its chart that go with it. */
    chartFiles: readonly string[];
  },
): Required<Pick<OperationEdits, 'edits' | 'deletions'>> {
  const { platform, matrix, umbrella, service } = options;
  const { name } = service;
  const entry = umbrella?.dependencies.find(
    it => (it.alias ?? it.name) === name,
  );
  const environmentFacts = matrix.environments
    .filter(environment => Object.hasOwn(environment.services, name))
    .map(environment => removeFacts({ name, environment }));
  return {
    edits: [
      {
        file: platform.matrixFile,
        edits: [
          {
            op: 'removeListItem',
            path: ['services'],
            key: 'name',
            identity: name,
          },
          ...environmentFacts,
        ],
      },
      ...(umbrella && entry
        ? [
            {
              file: umbrella.chartFile,
              edits: [entryRemoval(entry)],
            },
          ]
        : []),
      ...valuesFiles(options).map(({ file, values }) => ({
        file,
        edits: removeKey({ values, name }),
      })),
    ],
    deletions: ownFiles(options).map(path => ({ kind: 'delete', path })),
  };
}

/** By its alias, where it has one: two entries may be of one chart. */
function entryRemoval(entry: ChartDependency): YamlEdit {
  const { name, alias } = entry;
  return {
    op: 'removeListItem',
    path: ['dependencies'],
    key: alias === undefined ? 'name' : 'alias',
    identity: alias ?? name,
  };
}

function removeFacts(options: {
  name: string;
  environment: { readonly name: string; readonly services: object };
}): YamlEdit {
  const { name, environment } = options;
  const path = ['environments', { key: 'name', value: environment.name }];
  return Object.keys(environment.services).length === 1
    ? { op: 'removeMapEntry', path, key: 'services' }
    : { op: 'removeMapEntry', path: [...path, 'services'], key: name };
}

/** The umbrella's own values, and those of every environment that has a file. */
function valuesFiles(options: Parameters<typeof retirement>[0]) {
  const { platform, matrix, umbrella } = options;
  if (!umbrella) {
    return [];
  }
  const all = [
    { file: umbrella.valuesFile, values: umbrella.values },
    ...matrix.environments.map(environment => ({
      file: `${matrix.umbrella}/${environment.values}`,
      values: umbrella.environmentValues.get(environment.name) ?? {},
    })),
  ];
  return all.filter(({ file }) => platform.files.has(file));
}

function removeKey(options: {
  values: Readonly<Record<string, unknown>>;
  name: string;
}): YamlEdit[] {
  const { values, name } = options;
  const { backingServices } = values;
  return [
    ...(Object.hasOwn(values, name)
      ? [{ op: 'removeMapEntry', path: [], key: name } as const]
      : []),
    ...(isMap(backingServices) && Object.hasOwn(backingServices, name)
      ? [
          Object.keys(backingServices).length === 1
            ? ({
                op: 'removeMapEntry',
                path: [],
                key: 'backingServices',
              } as const)
            : ({
                op: 'removeMapEntry',
                path: ['backingServices'],
                key: name,
              } as const),
        ]
      : []),
  ];
}

/** Its chart, and its values where it is a release of its own. */
function ownFiles(options: Parameters<typeof retirement>[0]): string[] {
  const { platform, matrix, service, chartFiles } = options;
  const values = matrix.environments
    .map(environment => environmentFile({ environment, service }))
    .filter(path => platform.files.has(path));
  return [...chartFiles, ...values];
}
