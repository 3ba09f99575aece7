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

import { applicationName } from '../derived/gitops/applicationName';
import { policiesDelivery } from '../derived/gitops/policiesDelivery';
import type { AgreementContext } from './AgreementContext';

/**
 * An Application of Argo CD that follows from the matrix.
 *
 * @internal
 */
export interface ArgocdApplication {
  readonly name: string;
  /** What it delivers, for a person. */
  readonly of: string;
  /** Of its environment in the matrix. */
  readonly line: number;
}

/**
 * The Applications by which Argo CD delivers a platform; none where it does not.
 *
 * @internal
 */
export function argocdApplications(options: {
  context: AgreementContext;
}): ArgocdApplication[] {
  const { platform, matrix } = options.context;
  const { system, gitops, environments, services } = matrix;
  if (!gitops) {
    return [];
  }
  const delivered =
    matrix.delivery === 'umbrella'
      ? { title: 'the umbrella', services: [] }
      : { title: 'the policies', services };
  const hasWhole =
    matrix.delivery === 'umbrella' ||
    policiesDelivery({ platform, matrix, gitops }).length > 0;
  return environments.flatMap(({ name: environment, line }) => [
    ...(hasWhole
      ? [
          {
            name: applicationName({ system, environment }),
            of: `${delivered.title} in ${environment}`,
            line,
          },
        ]
      : []),
    ...delivered.services.map(({ name: service }) => ({
      name: applicationName({ system, environment, service }),
      of: `${service} in ${environment}`,
      line,
    })),
  ]);
}
