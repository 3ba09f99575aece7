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
import type { ServiceRule } from './MatrixRule';

/**
 * A service that is reached from outside listens on a port, and has a host in
 * every environment.
 *
 * @internal
 */
export const exposure: ServiceRule = options =>
  options.service.exposed
    ? [...portFindings(options), ...domainFindings(options)]
    : [];

function portFindings(options: Parameters<ServiceRule>[0]): Finding[] {
  const { service, file } = options;
  return service.ports.length > 0
    ? []
    : [
        {
          rule: 'matrix-exposed-without-port',
          severity: 'error',
          file,
          line: service.line,
          message: `${service.name} is exposed, but listens on no port.`,
          fix: 'Write its port, or remove exposed: where it is a worker.',
        },
      ];
}

function domainFindings(options: Parameters<ServiceRule>[0]): Finding[] {
  const { matrix, service, file } = options;
  const at = {
    rule: 'matrix-exposed-without-domain',
    file,
    line: service.line,
  };
  if (matrix.environments.length === 0) {
    return [
      {
        ...at,
        severity: 'warning',
        message: `${service.name} is exposed, but there is no environment whose domain gives it a host.`,
        fix: 'Declare environments, each with a domain.',
      },
    ];
  }
  return matrix.environments
    .filter(environment => environment.domain === undefined)
    .map(
      (environment): Finding => ({
        ...at,
        severity: 'error',
        message: `${service.name} is exposed, but the environment ${environment.name} has no domain.`,
        fix: `Write domain: for ${environment.name} in line ${environment.line}.`,
      }),
    );
}
