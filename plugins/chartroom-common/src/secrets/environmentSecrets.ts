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

import { parse } from 'yaml';
import type { Environment, Matrix } from '../matrix';
import type { Platform } from '../platform';
import { mergeValues } from '../values/mergeValues';
import { backingServiceWiring, type RequiredSecret } from '../wiring';
import { secretsInValues } from './secretsInValues';
import { isMap } from '../values/isMap';

/**
 * Lists the Secrets that must exist in an environment before its install: those
 * of backing services and their callers, and those that the services' own values
 * name.
 *
 * @remarks
 * Values are read of charts in the platform repository; what a chart elsewhere
 * reads besides its dependencies, its own team knows. A Secret is there once, with
 * all keys that anyone reads of it.
 *
 * @public
 */
export function environmentSecrets(options: {
  platform: Platform;
  matrix: Matrix;
  /** Absent: the umbrella with its own values alone. */
  environment?: Environment;
}): RequiredSecret[] {
  const { platform, matrix, environment } = options;
  const { profiles } = platform;
  const found = new Map<string, RequiredSecret>();
  const add = (secret: RequiredSecret) => {
    const before = found.get(secret.name);
    found.set(secret.name, {
      name: secret.name,
      neededBy: [...new Set([...(before?.neededBy ?? []), ...secret.neededBy])],
      keys: { ...secret.keys, ...before?.keys },
    });
  };
  for (const service of matrix.services) {
    if (service.kind === 'backing-service') {
      const wiring = { matrix, service, profiles, environment };
      backingServiceWiring(wiring).secrets.forEach(add);
    }
  }
  for (const { name } of matrix.services) {
    const values = finalValues({ platform, environment, name });
    if (values.enabled !== false) {
      secretsInValues({ service: name, values }).forEach(add);
    }
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The values of a service, as Helm merges them from its chart, the umbrella and the environment. */
function finalValues(options: {
  platform: Platform;
  environment: Environment | undefined;
  name: string;
}): Readonly<Record<string, unknown>> {
  const { platform, environment, name } = options;
  const { files, umbrella } = platform;
  const own: unknown = parse(files.get(`charts/${name}/values.yaml`) ?? '');
  const layers = [
    own,
    umbrella?.values[name],
    environment && umbrella?.environmentValues.get(environment.name)?.[name],
  ];
  return layers
    .filter(isMap)
    .reduce((below, above) => mergeValues({ below, above }), {});
}
