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

import type { Environment, Matrix, Service } from '../matrix/types';
import { dependencyFacts } from './dependencyFacts';
import type { EngineProfile } from './EngineProfile';
import type { RequiredSecret } from './RequiredSecret';

type Keys = RequiredSecret['keys'];

/**
 * The Secrets that must exist before a backing service and its callers are
 * installed, each once.
 *
 * @remarks
 * A Secret that an operator makes is not among them, unless a person gave it
 * another name.
 *
 * @internal
 */
export function requiredSecrets(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  profile: EngineProfile | undefined;
  override: Environment['services'][string] | undefined;
}): RequiredSecret[] {
  const { service, profile } = options;
  const found = new Map<string, { neededBy: string[]; keys: Keys }>();
  const add = (name: string, reader: string, keys: Keys) => {
    const before = found.get(name) ?? { neededBy: [], keys: {} };
    found.set(name, {
      neededBy: [...before.neededBy, reader],
      keys: { ...keys, ...before.keys },
    });
  };
  for (const { name, neededBy, keys } of profile?.secrets ?? []) {
    if (neededBy === 'chart') {
      const filled = contents({ keys, name: service.name, caller: '' });
      add(name.replaceAll('{name}', service.name), service.name, filled);
    }
  }
  for (const { caller, name, keys } of callerSecrets(options)) {
    add(name, caller, keys);
  }
  return [...found].map(([name, secret]) => ({ name, ...secret }));
}

/** What the callers read: by the profile, or under the name that a person gave it. */
function callerSecrets(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
  profile: EngineProfile | undefined;
  override: Environment['services'][string] | undefined;
}): Array<{ caller: string; name: string; keys: Keys }> {
  const { matrix, service, profiles, profile, override } = options;
  const recipe = profile?.secrets?.find(
    ({ neededBy, name }) =>
      neededBy === 'caller' || name === profile.secret?.name,
  );
  return matrix.services.flatMap(caller =>
    caller.dependencies.flatMap(dependency => {
      if (dependency.name !== service.name) {
        return [];
      }
      const { secret } = dependencyFacts({
        caller: caller.name,
        dependency,
        target: service,
        profiles,
        override,
      });
      const named = override?.secret ?? dependency.secret;
      return secret && (recipe || named)
        ? [
            {
              caller: caller.name,
              name: secret.name,
              keys: {
                ...keysOf(secret.keys),
                ...contents({
                  keys: recipe?.neededBy === 'caller' ? recipe.keys : {},
                  name: service.name,
                  caller: caller.name,
                }),
              },
            },
          ]
        : [];
    }),
  );
}

function keysOf(keys: Readonly<Record<string, string>>): Keys {
  return Object.fromEntries(Object.values(keys).map(key => [key, undefined]));
}

function contents(options: {
  keys: Readonly<Record<string, string>>;
  name: string;
  caller: string;
}): Keys {
  const { keys, name, caller } = options;
  return Object.fromEntries(
    Object.entries(keys).map(([key, text]) => [
      key,
      text === '{random}'
        ? undefined
        : text
            .replaceAll('{name}', name)
            .replaceAll('{service}', caller.replaceAll('-', '_')),
    ]),
  );
}
