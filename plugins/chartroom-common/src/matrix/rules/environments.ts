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
import { checkOwner } from '../checkOwner';
import { matrixIndex } from '../matrixIndex';
import type { Environment, Service } from '../types';
import type { MatrixRule } from './MatrixRule';

/**
 * Environments have names and values files of their own, and speak only of
 * backing services that there are.
 *
 * @internal
 */
export const environments: MatrixRule = ({ matrix, file }) => {
  const { services } = matrixIndex({ matrix });
  const names = new Set<string>();
  const findings = matrix.environments.flatMap((environment): Finding[] => {
    const at = { severity: 'error' as const, file, line: environment.line };
    const twice: Finding[] = names.has(environment.name)
      ? [
          {
            ...at,
            rule: 'matrix-duplicate-environment',
            message: `The environment ${quoted(
              environment.name,
            )} is listed twice.`,
            fix: 'Rename or remove one of the two.',
          },
        ]
      : [];
    names.add(environment.name);
    const overrides = Object.entries(environment.services).flatMap(
      ([name, override]) => {
        const problem = overrideProblem({
          environment,
          name,
          override,
          services,
        });
        return problem ? [{ ...at, ...problem }] : [];
      },
    );
    return [...twice, ...overrides];
  });
  const owner = matrix.owner ? checkOwner({ owner: matrix.owner }) : undefined;
  if (owner && !owner.ok) {
    findings.push({
      rule: 'matrix-owner',
      severity: 'error',
      file,
      line: 1,
      message: owner.reason,
    });
  }
  return findings;
};

function overrideProblem(options: {
  environment: Environment;
  name: string;
  override: Environment['services'][string];
  services: ReadonlyMap<string, Service>;
}): Pick<Finding, 'rule' | 'message' | 'fix'> | undefined {
  const { environment, name, override, services } = options;
  const target = services.get(name);
  if (!target || target.kind !== 'backing-service') {
    const nearest = nearestName({ name, candidates: services.keys() });
    return {
      rule: 'matrix-environment-service',
      message: `The environment ${environment.name} speaks of ${quoted(
        name,
      )}, which is ${target ? 'no backing' : 'no'} service of this system.`,
      fix: !target && nearest ? `Did you mean ${nearest}?` : 'Remove it.',
    };
  }
  const { source } = override;
  if (source && source !== 'external' && source !== target.source) {
    const nearest = nearestName({
      name: source,
      candidates: ['external', target.source ?? 'own'],
    });
    return {
      rule: 'matrix-environment-source',
      message: `The environment ${environment.name} takes ${name} from ${quoted(
        source,
      )}, and all others from ${quoted(
        target.source,
      )}: the umbrella has one chart of a name.`,
      fix: nearest
        ? `Did you mean ${nearest}?`
        : `Write chart_source: external there, or ${source} for the service itself.`,
    };
  }
  return undefined;
}
