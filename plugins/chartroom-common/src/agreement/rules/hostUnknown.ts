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

import { nearestName } from '../../check/nearestName';
import { quoted } from '../../check/quoted';
import { matrixIndex, type Service } from '../../matrix';
import { hostIn } from '../../wiring/environmentTemplates';
import type { AgreementContext } from '../AgreementContext';
import type { AgreementRule } from '../AgreementRule';
import type { Disagreement } from '../Disagreement';
import { knownHosts, type KnownHosts } from '../evidence/knownHosts';
import { valueLayers } from '../evidence/valueLayers';
import { isMap } from '../../values/isMap';
import { isOnCommonChart } from '../isOnCommonChart';
import { localCharts } from '../localCharts';
import { placeText } from '../placeText';

/** Names that say that their value is where something is. */
const hostNames = /_(?:HOST|HOSTNAME|URL|URI|ENDPOINT|ADDR)$/;
/** What people write in such a place to say that there is nothing. */
const noHost =
  /^(?:localhost|none|null|true|false|yes|no|on|off|disabled|default|auto)$/i;
const inCluster =
  /^(?<name>(?:[^.]+\.)*?[^.]+)\.(?<namespace>[^.]+)\.svc(?:\.|$)/;

/**
 * A host in a plain environment value is one of this system, or one outside of
 * the cluster.
 *
 * @internal
 */
export const hostUnknown: AgreementRule = {
  id: 'host-unknown',
  summary:
    'A host in the cluster that a value names is the name of a service of the system.',
  severity: 'warning',
  check: context => {
    let hosts: KnownHosts | undefined;
    const lazily = () => (hosts ??= knownHosts({ context }));
    return [...environmentValues(context)].flatMap(value =>
      disagreementsOf({ context, value, hosts: lazily }),
    );
  },
};

interface EnvironmentValue {
  readonly service: Service;
  readonly file: string;
  readonly path: readonly string[];
  readonly name: string;
  readonly text: string;
}

/** Every plain environment value that is about a host, of values and of the charts of the repository. */
function* environmentValues(
  context: AgreementContext,
): Iterable<EnvironmentValue> {
  const layers = valueLayers({ context });
  for (const service of context.matrix.services) {
    if (isOnCommonChart(service)) {
      for (const { file, values } of layers) {
        const path = [service.name];
        yield* namesBelow({
          service,
          file,
          path,
          values: values[service.name],
        });
      }
    }
  }
  for (const { service, folder } of localCharts({ context }).there) {
    const file = `${folder}/values.yaml`;
    const values = context.document(file)?.value;
    yield* namesBelow({ service, file, path: [], values });
  }
}

function* namesBelow(options: {
  service: Service;
  file: string;
  path: readonly string[];
  values: unknown;
}): Iterable<EnvironmentValue> {
  const { service, file, path, values } = options;
  for (const key of ['env', 'config']) {
    const variables = isMap(values) ? values[key] : undefined;
    for (const [name, text] of Object.entries(
      isMap(variables) ? variables : {},
    )) {
      if (hostNames.test(name) && typeof text === 'string') {
        yield { service, file, path: [...path, key, name], name, text };
      }
    }
  }
}

function disagreementsOf(options: {
  context: AgreementContext;
  value: EnvironmentValue;
  hosts: () => KnownHosts;
}): Disagreement[] {
  const { context, value, hosts } = options;
  const { service, file, path, name, text } = value;
  const host = hostIn({ name, value: text });
  const isFromMatrix = service.environment.some(
    variable => variable.name === name && variable.value === text,
  );
  if (host === undefined || noHost.test(host) || isFromMatrix) {
    return [];
  }
  const wanted = nameInSystem({ host, hosts });
  if (wanted === undefined || hosts().has(wanted)) {
    return [];
  }
  const { services } = matrixIndex(context);
  const nearest =
    [...services.keys()].find(it => wanted.startsWith(`${it}-`)) ??
    nearestName({ name: wanted, candidates: services.keys() });
  return [
    {
      finding: {
        file,
        line: context.document(file)?.lineAt(path),
        message: `${placeText({
          path: [...path],
        })} looks for the host ${quoted(host)}, and no service of ${
          context.matrix.system
        } has that name.`,
        fix: nearest
          ? `Did you mean ${nearest}? Depend on it in the matrix, and bind ${name}.`
          : 'Write the name of a service, or the full name of a host outside of the system.',
      },
    },
  ];
}

/** The name that must be there; undefined for a host of somewhere else. */
function nameInSystem(options: {
  host: string;
  hosts: () => KnownHosts;
}): string | undefined {
  const { host, hosts } = options;
  if (!host.includes('.')) {
    return /^\d+$/.test(host) ? undefined : host;
  }
  const { name, namespace = '' } = inCluster.exec(host)?.groups ?? {};
  return hosts().namespaces.has(namespace) ? name.split('.').at(-1) : undefined;
}
