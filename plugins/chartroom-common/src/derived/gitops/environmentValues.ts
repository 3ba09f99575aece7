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

import type { Environment, Service } from '../../matrix';
import {
  backingServiceWiring,
  dependencyWirings,
  environmentWiring,
  serviceWiring,
  valueLeaves,
} from '../../wiring';
import { stringifyYaml } from '../../yaml';
import type { DerivedFile } from '../DerivedFile';
import { environmentFile } from './environmentFile';
import type { GitopsPlatform } from './GitopsPlatform';
import { startingValues } from './startingValues';

/**
 * What must stand in the values of a service in an environment, when each
 * service is a release of its own: its whole wiring there, or, for a chart that
 * is not ours, what its profile sets. None where it has no chart there.
 *
 * @internal
 */
export function environmentValues(
  options: GitopsPlatform & { environment: Environment; service: Service },
): DerivedFile[] {
  const { environment, service } = options;
  const entries = derivedEntries(options);
  if (!entries) {
    return [];
  }
  const start = startingValues(options);
  const comment = `# ${service.name} in ${environment.name}. What is below \`wiring\` follows from service-matrix.yaml and is\n# written by Chartroom; what stands beside it is written by people.\n`;
  return [
    {
      kind: 'values',
      rule: 'derived-environment-values',
      path: environmentFile(options),
      start:
        Object.keys(start).length > 0
          ? `${comment}${stringifyYaml(start)}`
          : comment,
      entries,
    },
  ];
}

function derivedEntries(
  options: GitopsPlatform & { environment: Environment; service: Service },
): ReadonlyArray<{ path: readonly string[]; value: unknown }> | undefined {
  const { platform, matrix, environment, service } = options;
  const { profiles } = platform;
  if (service.kind === 'backing-service') {
    const { placement, profileValues } = backingServiceWiring({
      ...{ matrix, service, profiles, environment },
    });
    if (placement === 'chart') {
      return valueLeaves({ values: profileValues });
    }
    if (placement !== 'own') {
      return undefined;
    }
  }
  const { callers } = serviceWiring({ matrix, service, profiles });
  const dependencies = dependencyWirings({
    ...{ matrix, service, profiles, environment },
  });
  const hosts = environmentWiring({
    ...{ matrix, service, profiles, environment },
  })?.hosts;
  return [
    {
      path: ['wiring'],
      value: { callers, ...(hosts && { hosts }), dependencies },
    },
  ];
}
