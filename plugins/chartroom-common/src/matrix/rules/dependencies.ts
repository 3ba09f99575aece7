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
import { quoted } from '../../check/quoted';
import { matrixIndex } from '../matrixIndex';
import type { Dependency, Service } from '../types';
import type { ServiceRule } from './MatrixRule';

/**
 * Every edge leads to another service of this matrix, once, and to a port that
 * it listens on.
 *
 * @internal
 */
export const dependencies: ServiceRule = ({ matrix, service, file }) => {
  const { services } = matrixIndex({ matrix });
  const seen = new Set<string>();
  return service.dependencies.flatMap((dependency): Finding[] => {
    const problem = seen.has(dependency.name)
      ? {
          rule: 'matrix-duplicate-dependency',
          message: `${service.name} depends on ${quoted(
            dependency.name,
          )} twice.`,
          fix: 'Remove one of the two.',
        }
      : edgeProblem({ service, dependency, services });
    seen.add(dependency.name);
    return problem
      ? [{ ...problem, severity: 'error', file, line: dependency.line }]
      : [];
  });
};

function edgeProblem(options: {
  service: Service;
  dependency: Dependency;
  services: ReadonlyMap<string, Service>;
}): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const { service, dependency, services } = options;
  if (dependency.name === service.name) {
    return {
      rule: 'matrix-self-dependency',
      message: `${service.name} depends on itself.`,
      fix: 'Remove the dependency.',
    };
  }
  const target = services.get(dependency.name);
  if (!target) {
    const nearest = nearestName({
      name: dependency.name,
      candidates: services.keys(),
    });
    return {
      rule: 'matrix-unknown-dependency',
      message: `${service.name} depends on ${quoted(
        dependency.name,
      )}, which is no service of this system.`,
      fix: nearest
        ? `Did you mean ${nearest}?`
        : 'List it as a service, or remove the dependency.',
    };
  }
  const listens = target.ports.map(port => port.name);
  if (listens.length === 0) {
    return {
      rule: 'matrix-dependency-without-port',
      message: `${service.name} depends on ${target.name}, which listens on no port.`,
      fix: `Give ${target.name} a port, or remove the dependency.`,
    };
  }
  const unknown = dependency.ports?.find(name => !listens.includes(name));
  return unknown === undefined
    ? undefined
    : {
        rule: 'matrix-unknown-port',
        message: `${service.name} uses port ${quoted(unknown)} of ${
          target.name
        }, whose ports are ${listens.join(', ')}.`,
        fix: 'Name one of its ports.',
      };
}
