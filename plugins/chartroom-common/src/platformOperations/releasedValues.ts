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

import { newValuesFile } from '../agreement/newValuesFile';
import { environmentFiles } from '../derived/environmentFiles';
import { environmentFile } from '../derived/gitops/environmentFile';
import type { Environment, Service } from '../matrix';
import { SourceDocument } from '../matrix/SourceDocument';
import type { OperationEdits, OperationSubject } from './OperationEdits';
import type { ReleaseOperation } from './PlatformOperation';
import { scalarEdits } from './scalarEdits';
import { valueAt } from '../values/valueAt';

type Edits = Required<Pick<OperationEdits, 'additions' | 'edits'>>;
type Options = OperationSubject<ReleaseOperation> & {
  service: Service;
  /** Undefined: the matrix has none. */
  environment: Environment | undefined;
};

/**
 * Switches a service on in an environment, and sets the tag of its image.
 *
 * @remarks
 * The umbrella's values hold one tag for all environments: like the pin it is
 * promoted with the umbrella's `ref`, and a tag in the values of one environment
 * never would be. Where each service is a release of its own there is no such
 * place, so the tag is the environment's.
 *
 * @internal
 */
export function releasedValues(options: Options): Edits {
  return options.matrix.delivery === 'umbrella'
    ? inUmbrella(options)
    : inEnvironment(options);
}

function inUmbrella(options: Options): Edits {
  const { matrix, umbrella, operation, service, environment } = options;
  if (!umbrella) {
    return { additions: [], edits: [] };
  }
  const { name } = service;
  const { imageTag } = operation;
  const { values: base, valuesFile } = umbrella;
  const own = environment && umbrella.environmentValues.get(environment.name);
  const isEnabled = enabledOf(own?.[name]) ?? enabledOf(base[name]) ?? false;
  const tagIn = (root: Readonly<Record<string, unknown>>) =>
    imageTag === undefined
      ? []
      : scalarEdits({ root, path: [name, 'image', 'tag'], value: imageTag });
  const enabledIn = (root: Readonly<Record<string, unknown>>) =>
    isEnabled
      ? []
      : scalarEdits({ root, path: [name, 'enabled'], value: true });
  if (!environment) {
    return {
      additions: [],
      edits: [
        { file: valuesFile, edits: [...tagIn(base), ...enabledIn(base)] },
      ],
    };
  }
  // A tag that somebody wrote for this environment alone would hide the new one
  const hidesTag =
    valueAt({ root: own, path: [name, 'image', 'tag'] }) !== undefined;
  return {
    additions: [],
    edits: [
      { file: valuesFile, edits: tagIn(base) },
      {
        file: `${matrix.umbrella}/${environment.values}`,
        edits: [...(hidesTag ? tagIn(own ?? {}) : []), ...enabledIn(own ?? {})],
      },
    ],
  };
}

function inEnvironment(options: Options): Edits {
  const { platform, operation, service, environment } = options;
  const { imageTag } = operation;
  const file = environment && environmentFile({ environment, service });
  const isThere = file !== undefined && platform.files.has(file);
  const derived = environmentFiles({ platform, services: [service] }).find(
    ({ path }) => path === file,
  );
  if (file === undefined || (!isThere && derived?.kind !== 'values')) {
    return { additions: [], edits: [] };
  }
  const content =
    !isThere && derived?.kind === 'values'
      ? newValuesFile({ file: derived })
      : undefined;
  const text = content ?? platform.files.get(file) ?? '';
  const { document } = SourceDocument.parse({
    ...{ file, text, rulePrefix: 'environment' },
  });
  const root = document?.value;
  return {
    additions:
      content === undefined ? [] : [{ kind: 'write', path: file, content }],
    edits: [
      {
        file,
        edits: [
          ...scalarEdits({ root, path: ['enabled'], value: true }),
          ...(imageTag
            ? scalarEdits({ root, path: ['image', 'tag'], value: imageTag })
            : []),
        ],
      },
    ],
  };
}

function enabledOf(values: unknown): boolean | undefined {
  return typeof values === 'object' &&
    values !== null &&
    'enabled' in values &&
    typeof values.enabled === 'boolean'
    ? values.enabled
    : undefined;
}
