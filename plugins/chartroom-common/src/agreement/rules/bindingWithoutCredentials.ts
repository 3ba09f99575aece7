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

import { isLocalService } from '../../charts/isLocalService';
import { matrixIndex, type Dependency, type Service } from '../../matrix';
import { factsInTemplate } from '../../wiring/bindingTemplate';
import { dependencyFacts } from '../../wiring/dependencyFacts';
import { secretsInValues } from '../../secrets/secretsInValues';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import { derivations } from '../derivations';
import type { Disagreement } from '../Disagreement';
import { packagedChart } from '../evidence/packagedChart';
import { isMap } from '../../values/isMap';

/**
 * Where an engine lets nobody in without a password, its callers read one.
 *
 * @remarks
 * The image of an own backing service is the platform's, and may bring accounts
 * that its callers know: that is left to people.
 *
 * @internal
 */
export const bindingWithoutCredentials: AgreementRule = {
  id: 'binding-without-credentials',
  summary:
    'A service that depends on an engine with accounts reads a password of it.',
  severity: 'warning',
  check: context => {
    const { services } = matrixIndex(context);
    return context.matrix.services.flatMap(service =>
      service.dependencies.flatMap((dependency): Disagreement[] => {
        const target = services.get(dependency.name);
        return target?.kind === 'backing-service'
          ? disagreementsOf({ context, service, dependency, target })
          : [];
      }),
    );
  },
};

function disagreementsOf(options: {
  context: AgreementContext;
  service: Service;
  dependency: Dependency;
  target: Service;
}): Disagreement[] {
  const { context, service, dependency, target } = options;
  const guarded = sourcesWithAccounts(options);
  if (guarded.length === 0) {
    return [];
  }
  const values = valuesOf(options);
  const templates = values
    ? values.bindings
    : derivations.bindings({
        matrix: context.matrix,
        service,
        profiles: context.platform.profiles,
      }).bindings;
  const bound = isMap(templates) ? templates[target.name] : undefined;
  const facts = Object.values(isMap(bound) ? bound : {}).flatMap(template =>
    factsInTemplate({ template: String(template) }),
  );
  const [{ where, secret }] = guarded;
  const isRead =
    facts.some(fact => fact === 'password' || fact === 'uri') ||
    secretsInValues({ service: service.name, values: values ?? {} }).some(
      ({ name }) => guarded.some(it => it.secret === name),
    );
  // One that binds nothing of it is said elsewhere
  return isRead || facts.length === 0
    ? []
    : [
        {
          finding: {
            file: context.platform.matrixFile,
            line: dependency.line,
            message: `${target.name} has accounts ${where}, and ${service.name} reads no password of it.`,
            fix: `Bind {password} or {uri} of ${target.name}, or let its chart read the Secret ${secret}.`,
          },
        },
      ];
}

/** The sources of the backing service, everywhere and by environment, that let nobody in without a password. */
function sourcesWithAccounts(options: {
  context: AgreementContext;
  service: Service;
  dependency: Dependency;
  target: Service;
}): Array<{ readonly where: string; readonly secret: string }> {
  const { context, service, dependency, target } = options;
  const { matrix, platform } = context;
  const overrides = matrix.environments.flatMap(({ name, services }) =>
    Object.hasOwn(services, target.name)
      ? [{ where: `in ${name}`, override: services[target.name] }]
      : [],
  );
  const source = target.source ?? 'own';
  return [
    { where: `from the source ${source}`, override: undefined },
    ...overrides,
  ].flatMap(({ where, override }) => {
    const { secret } = dependencyFacts({
      ...{ caller: service.name, dependency, target, override },
      profiles: platform.profiles,
    });
    const isOwn = (override?.source ?? source) === 'own';
    return secret?.keys.password && !isOwn
      ? [{ where, secret: secret.name }]
      : [];
  });
}

/** The values of a service's chart; undefined where that is not here. */
function valuesOf(options: {
  context: AgreementContext;
  service: Service;
}): Readonly<Record<string, unknown>> | undefined {
  const { context, service } = options;
  const packed = context.evidence?.charts?.get(service.name);
  const values = isLocalService({ service })
    ? context.document(`charts/${service.name}/values.yaml`)?.value
    : packed && packagedChart({ files: packed }).values;
  return isMap(values) ? values : undefined;
}
