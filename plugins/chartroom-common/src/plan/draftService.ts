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

import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Matrix, Service } from '../matrix';
import type { CreateServiceOperation } from './types';

/** The line of what does not stand in a file yet. */
const noLine = 0;

/**
 * The service that an operation asks for, as the matrix will hold it.
 *
 * @internal
 */
export function draftService(options: {
  operation: CreateServiceOperation;
  matrix: Matrix;
  /** Web address of the service's own repository. */
  repository: string;
}): Service {
  const { operation, matrix, repository } = options;
  const { service } = operation;
  const owner = stringifyEntityRef(
    parseEntityRef(service.owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    }),
  );
  return {
    kind: 'service',
    name: service.name,
    description: service.description || undefined,
    type: 'deployment',
    tier: 'backend',
    language: service.language,
    ports:
      service.port === undefined
        ? []
        : [
            {
              name: 'http',
              port: service.port,
              targetPort: service.port,
              protocol: 'TCP',
            },
          ],
    exposed: service.exposed,
    owner: owner === matrix.owner ? undefined : owner,
    repository,
    dependencies: service.dependencies.map(dependency => ({
      ...dependency,
      line: noLine,
    })),
    environment: [],
    egress: [],
    line: noLine,
  };
}

/**
 * A drafted service as a person would enter it in the matrix.
 *
 * @internal
 */
export function matrixItem(options: { service: Service }): object {
  const { service } = options;
  const { name, description, language, tier, ports, exposed } = service;
  const { owner, repository } = service;
  return {
    name,
    ...(description && { description }),
    language,
    tier,
    ...(ports.length > 0 && { port: ports[0].port }),
    ...(exposed && { exposed }),
    ...(owner && { owner }),
    repository,
    ...(service.dependencies.length > 0 && {
      dependencies: service.dependencies.map(({ line, ...dependency }) =>
        Object.keys(dependency).length === 1 ? dependency.name : dependency,
      ),
    }),
  };
}
