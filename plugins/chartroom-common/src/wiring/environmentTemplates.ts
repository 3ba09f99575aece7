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

import type { EnvironmentVariable } from '../matrix/types';
import { escapeBindingText } from './bindingTemplate';
import type { DependencyFacts } from './dependencyFacts';
import { environmentPrefix } from './environmentPrefix';

interface KnownDependency {
  readonly name: string;
  readonly facts: DependencyFacts;
}

/**
 * Finds out which entries of `env_vars` are about which dependency, and turns
 * them into templates.
 *
 * @remarks
 * `CATALOGUE_HOST` without a value is about `catalogue`. `DB_HOST: mongodb` and
 * `jdbc:mysql://mysql:3306/shipping` are about the service whose host they
 * name. `DB_PORT` is about the dependency that `DB_HOST` is about, where it is
 * that one's port. All other entries are plain values.
 *
 * @internal
 */
export function environmentTemplates(options: {
  variables: readonly EnvironmentVariable[];
  dependencies: readonly KnownDependency[];
}): ReadonlyMap<string, Readonly<Record<string, string>>> {
  const { variables, dependencies } = options;
  const found = new Map<string, Record<string, string>>();
  for (const variable of variables) {
    for (const dependency of dependencies) {
      const template = templateOf({ variable, dependency, variables });
      if (template !== undefined) {
        const names = found.get(dependency.name) ?? {};
        found.set(dependency.name, { ...names, [variable.name]: template });
        break;
      }
    }
  }
  return found;
}

function templateOf(options: {
  variable: EnvironmentVariable;
  dependency: KnownDependency;
  variables: readonly EnvironmentVariable[];
}): string | undefined {
  const { variable, dependency, variables } = options;
  const { host, ports } = dependency.facts;
  if (variable.value === undefined) {
    return bareTemplate(variable.name, dependency);
  }
  const port = ports[0] && String(ports[0].port);
  if (hostIn(variable) === host) {
    return templateWithHost(variable.value, host, port);
  }
  const stem = /^(.+)_PORT$/.exec(variable.name)?.[1];
  const isPortOfHost =
    stem !== undefined &&
    variable.value === port &&
    variables.some(
      other => other.name === `${stem}_HOST` && other.value === host,
    );
  return isPortOfHost ? '{port}' : undefined;
}

function bareTemplate(
  name: string,
  dependency: KnownDependency,
): string | undefined {
  const prefix = environmentPrefix(dependency.name);
  const templates = new Map([
    [`${prefix}_HOST`, '{host}'],
    [`${prefix}_PORT`, '{port}'],
    [`${prefix}_URL`, '{uri}'],
  ]);
  return templates.get(name);
}

function templateWithHost(
  value: string,
  host: string,
  port: string | undefined,
): string {
  const start = hostStart(value);
  const rest = value.slice(start + host.length);
  const samePort =
    port !== undefined && new RegExp(`^:${port}(?!\\d)`).test(rest);
  return [
    escapeBindingText({ text: value.slice(0, start) }),
    '{host}',
    samePort ? ':{port}' : '',
    escapeBindingText({ text: samePort ? rest.slice(port.length + 1) : rest }),
  ].join('');
}

/** Where the host starts: after `scheme://` and a user, or at the beginning. */
function hostStart(value: string): number {
  return (
    /^[A-Za-z][A-Za-z0-9+.:-]*:\/\/(?:[^/@\s]*@)?/.exec(value)?.[0].length ?? 0
  );
}

/**
 * The host that an environment variable names: that of an address, or all of
 * the value before its port where the variable's name says that it is a host.
 *
 * @internal
 */
export function hostIn(variable: {
  name: string;
  value?: string;
}): string | undefined {
  const { name, value = '' } = variable;
  const start = hostStart(value);
  if (start > 0) {
    return /^([A-Za-z0-9][A-Za-z0-9.-]*)(?=[:/?#,]|$)/.exec(
      value.slice(start),
    )?.[1];
  }
  return /(^|_)(HOST|HOSTNAME|ADDR|ADDRESS|ENDPOINT|SERVER)$/.test(name)
    ? /^([A-Za-z0-9][A-Za-z0-9.-]*)(?::\d+)?$/.exec(value)?.[1]
    : undefined;
}
