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

import type { Finding } from '../../check';
import { findEngineProfile } from '../../wiring/findEngineProfile';
import type { Environment, Service } from '../types';
import type { MatrixRule, MatrixRuleOptions } from './MatrixRule';

/**
 * What is outside of the cluster, everywhere or in one environment, has a host
 * in each environment: its name alone is looked for in the cluster.
 *
 * @internal
 */
export const externalHosts: MatrixRule = options => {
  const { matrix, file } = options;
  const stores = matrix.services.filter(
    ({ kind }) => kind === 'backing-service',
  );
  return matrix.environments.flatMap(environment =>
    stores.flatMap((service): Finding[] => {
      const { name } = service;
      const isSpokenOf = Object.hasOwn(environment.services, name);
      return isHostMissing({ ...options, environment, service })
        ? [
            {
              rule: 'matrix-external-host',
              // The environment can only speak of a service that is there
              severity: isSpokenOf ? 'error' : 'warning',
              file,
              line: environment.line,
              message: `${name} is external in the environment ${environment.name}, but its host is not written.`,
              fix: isSpokenOf
                ? 'Write host:.'
                : `Write services: { ${name}: { host: … } } for ${environment.name}.`,
            },
          ]
        : [];
    }),
  );
};

function isHostMissing(
  options: MatrixRuleOptions & { environment: Environment; service: Service },
): boolean {
  const { environment, service, profiles } = options;
  const { name, engine = name } = service;
  const override = Object.hasOwn(environment.services, name)
    ? environment.services[name]
    : undefined;
  const source = override?.source ?? service.source ?? 'own';
  const profile = findEngineProfile({ profiles, engine, source });
  const isOutside = profile?.external ?? source === 'external';
  // A profile that names the service alone says nothing of where it is
  const isInProfile = profile !== undefined && profile.host !== '{name}';
  return isOutside && !isInProfile && override?.host === undefined;
}
