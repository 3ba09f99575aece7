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

import { tierPeers } from '../../charts/tierPeers';
import type { Environment, Service } from '../../matrix';
import { environmentWiring } from '../../wiring';
import { backingServiceWiring } from '../../wiring/backingServiceWiring';
import { stringifyYaml } from '../../yaml';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { blockDifferences } from '../blockDifferences';
import { differenceDisagreements } from '../differenceDisagreements';
import type { Disagreement } from '../Disagreement';
import { handMadeChart } from '../handMadeChart';
import { isOnCommonChart } from '../isOnCommonChart';
import type { TreeDifference } from '../treeDifferences';

/**
 * Each environment has a values file, which says what is otherwise there: hosts,
 * dependencies outside the cluster, and that these are not installed.
 *
 * @internal
 */
export const environmentValues: AgreementRule = {
  id: 'environment-values',
  summary:
    'The values file of each environment says where that environment differs, as the matrix has it.',
  severity: 'error',
  check: context =>
    context.umbrella
      ? context.matrix.environments.flatMap(environment =>
          disagreementsOf({ context, environment }),
        )
      : [],
};

interface Expected {
  readonly wiring?: ReturnType<typeof environmentWiring>;
  readonly enabled?: false;
}

function disagreementsOf(options: {
  context: AgreementContext;
  environment: Environment;
}): Disagreement[] {
  const { context, environment } = options;
  const { matrix, platform, umbrella } = context;
  const file = `${matrix.umbrella}/${environment.values}`;
  if (!platform.files.has(file)) {
    const content = newFile(options);
    return [
      {
        finding: {
          file,
          message: `There is no ${file}, the values of the environment ${environment.name}.`,
        },
        changes: [{ kind: 'write', path: file, content }],
      },
    ];
  }
  const values = umbrella?.environmentValues.get(environment.name) ?? {};
  const differences = context.services.flatMap(service =>
    handMadeChart({ context, service })
      ? []
      : serviceDifferences({ ...options, service, values }),
  );
  return differenceDisagreements({ context, file, differences });
}

function expectedOf(options: {
  context: AgreementContext;
  environment: Environment;
  service: Service;
}): Expected {
  const { context, environment, service } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const facts = { matrix, service, environment, profiles };
  const isElsewhere =
    Object.hasOwn(environment.services, service.name) &&
    service.kind === 'backing-service' &&
    service.source !== 'external' &&
    backingServiceWiring(facts).placement === 'external';
  const wiring = isOnCommonChart(service)
    ? environmentWiring(facts)
    : undefined;
  return { ...(isElsewhere && { enabled: false }), ...(wiring && { wiring }) };
}

function serviceDifferences(options: {
  context: AgreementContext;
  environment: Environment;
  service: Service;
  values: Readonly<Record<string, unknown>>;
}): TreeDifference[] {
  const { context, service, values } = options;
  const { name } = service;
  const { enabled, wiring } = expectedOf(options);
  const isNew = !Object.hasOwn(values, name);
  if (isNew && enabled === undefined && !wiring) {
    return [];
  }
  if (isNew) {
    return blockDifferences({
      root: values,
      path: [name],
      expected: { enabled, wiring },
      after: tierPeers({ matrix: context.matrix, service }),
    });
  }
  return [
    ...(enabled === undefined
      ? []
      : blockDifferences({
          root: values,
          path: [name, 'enabled'],
          expected: enabled,
        })),
    ...wiringDifferences({ ...options, wiring }),
  ];
}

/** Where nothing follows any more, the key under which it stood goes too. */
function wiringDifferences(options: {
  service: Service;
  values: Readonly<Record<string, unknown>>;
  wiring: Expected['wiring'];
}): TreeDifference[] {
  const { service, values, wiring } = options;
  const own = values[service.name];
  const isAlone =
    typeof own === 'object' &&
    own !== null &&
    Object.keys(own).join() === 'wiring';
  return blockDifferences({
    root: values,
    path:
      isAlone && wiring === undefined
        ? [service.name]
        : [service.name, 'wiring'],
    expected: wiring,
  });
}

function newFile(options: {
  context: AgreementContext;
  environment: Environment;
}): string {
  const { context, environment } = options;
  const values = Object.fromEntries(
    context.matrix.services.flatMap(service => {
      const expected = handMadeChart({ context, service })
        ? {}
        : expectedOf({ ...options, service });
      return Object.keys(expected).length > 0
        ? [[service.name, expected] as const]
        : [];
    }),
  );
  const first = `# What differs in the environment ${environment.name}; what is below \`wiring\` is written by Chartroom.\n`;
  return Object.keys(values).length > 0
    ? `${first}${stringifyYaml(values)}`
    : first;
}
