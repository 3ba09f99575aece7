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
import { nearestName } from '../../check/nearestName';
import { environmentPrefix } from '../../wiring/environmentPrefix';
import { hostIn } from '../../wiring/environmentTemplates';
import { serviceBindings } from '../../wiring/serviceBindings';
import { matrixIndex } from '../matrixIndex';
import type { EnvironmentVariable, Matrix, Service } from '../types';
import type { ServiceRule } from './MatrixRule';

/**
 * A host in `env_vars` is a declared dependency: one that is not declared has
 * no wait, no network policy and no relation, and one that no service has
 * cannot be reached.
 *
 * @internal
 */
export const environmentHosts: ServiceRule = options => {
  const { matrix, service, file } = options;
  if (service.environment.length === 0) {
    return [];
  }
  const { bindings } = serviceBindings(options);
  const bound = new Set(Object.values(bindings).flatMap(Object.keys));
  return service.environment.flatMap((variable): Finding[] => {
    const problem = bound.has(variable.name)
      ? undefined
      : hostProblem({ matrix, service, variable });
    return problem
      ? [{ ...problem, severity: 'warning', file, line: variable.line }]
      : [];
  });
};

function hostProblem(options: {
  matrix: Matrix;
  service: Service;
  variable: EnvironmentVariable;
}): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const { matrix, service, variable } = options;
  const { services } = matrixIndex({ matrix });
  const declared = service.dependencies.map(dependency => dependency.name);
  const host =
    variable.value === undefined
      ? serviceNamedBy(variable.name, services)
      : hostIn(variable);
  if (host === undefined) {
    return variable.value === undefined
      ? {
          rule: 'matrix-environment-without-value',
          message: `${service.name} reads ${variable.name}, but nothing says what its value is.`,
          fix: 'Write a value, or declare the dependency that it comes from.',
        }
      : undefined;
  }
  if (services.has(host) && host !== service.name && !declared.includes(host)) {
    return {
      rule: 'matrix-undeclared-dependency',
      message: `${service.name} reads ${variable.name}, but does not declare that it depends on ${host}.`,
      fix: `Add ${host} to the dependencies of ${service.name}.`,
    };
  }
  if (services.has(host) || host.includes('.') || host === 'localhost') {
    return undefined;
  }
  const near =
    declared.find(name => host.startsWith(`${name}-`)) ??
    nearestName({ name: host, candidates: declared });
  return {
    rule: 'matrix-unknown-host',
    message: `${service.name} looks for the host ${host} in ${variable.name}, but no service of this system has that name.`,
    fix: near
      ? `Write ${near}: services are reached under their names.`
      : 'Write the name of a service that it depends on.',
  };
}

/** `CATALOGUE_HOST` names `catalogue` if there is such a service. */
function serviceNamedBy(
  variable: string,
  services: ReadonlyMap<string, Service>,
): string | undefined {
  const stem = /^(.+)_(HOST|PORT|URL)$/.exec(variable)?.[1];
  const name = stem?.toLowerCase().replaceAll('_', '-');
  return name && services.has(name) && environmentPrefix(name) === stem
    ? name
    : undefined;
}
