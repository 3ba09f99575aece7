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

import { matrixIndex } from '../matrix/matrixIndex';
import type { Dependency, Matrix, Service } from '../matrix/types';
import { parseBindingTemplate, escapeBindingText } from './bindingTemplate';
import {
  availableFacts,
  dependencyFacts,
  type DependencyFacts,
} from './dependencyFacts';
import type { EngineProfile } from './EngineProfile';
import { environmentPrefix } from './environmentPrefix';
import { environmentTemplates } from './environmentTemplates';
import type { LanguageProfile } from './LanguageProfile';
import { languages } from './languages';

/**
 * Under which environment names a service finds what it needs.
 *
 * @public
 */
export interface ServiceBindings {
  /** Environment names with templates, by dependency: `bindings` of the service's chart. */
  readonly bindings: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Environment names with plain values: `env` of the service's chart. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Derives a service's bindings.
 *
 * @remarks
 * For each dependency its own `env` counts; without one, what `env_vars` says
 * about it; without that, the names that are customary in the service's
 * language. Customary names that collide with those of another dependency begin
 * with the name of their own. A dependency that the matrix does not hold has no
 * bindings.
 *
 * @public
 */
export function serviceBindings(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): ServiceBindings {
  const { matrix, service, profiles } = options;
  const { services } = matrixIndex({ matrix });
  const known = service.dependencies.flatMap(dependency => {
    const target = services.get(dependency.name);
    const facts =
      target &&
      dependencyFacts({ caller: service.name, dependency, target, profiles });
    return target && facts ? [{ dependency, target, facts }] : [];
  });
  const fromVariables = environmentTemplates({
    variables: service.environment,
    dependencies: known.map(({ dependency, facts }) => ({
      name: dependency.name,
      facts,
    })),
  });
  const chosen = (dependency: Dependency) =>
    dependency.env ?? fromVariables.get(dependency.name);
  const taken = new Set(
    known.flatMap(({ dependency }) => Object.keys(chosen(dependency) ?? {})),
  );
  const plain = new Set(
    service.environment.flatMap(({ name }) => (taken.has(name) ? [] : [name])),
  );
  const bindings = known.map(({ dependency, target, facts }) => {
    const names =
      chosen(dependency) ??
      without({
        names: withoutCollision({
          names: customaryNames({ service, target, facts }),
          target,
          taken,
        }),
        except: plain,
      });
    Object.keys(names).forEach(name => taken.add(name));
    return [dependency.name, withComposedUri({ names, facts })] as const;
  });
  const bound = new Set(bindings.flatMap(([, names]) => Object.keys(names)));
  return {
    bindings: Object.fromEntries(
      bindings.filter(([, names]) => Object.keys(names).length > 0),
    ),
    env: Object.fromEntries(
      service.environment.flatMap(({ name, value }) =>
        value === undefined || bound.has(name) ? [] : [[name, value]],
      ),
    ),
  };
}

function customaryNames(options: {
  service: Service;
  target: Service;
  facts: DependencyFacts;
}): Record<string, string> {
  const { service, target, facts } = options;
  const language = languages.find(
    profile => profile.language === service.language,
  );
  if (!language) {
    return {};
  }
  const templates = templatesFor({ language, target });
  const available = availableFacts(facts);
  return Object.fromEntries(
    Object.entries(templates)
      .map(([name, template]) => [
        name.replace('<NAME>', environmentPrefix(target.name)),
        template,
      ])
      .filter(([, template]) => fits(template, available)),
  );
}

/** Where one of a dependency's customary names is taken, all of them begin with its own name. */
function withoutCollision(options: {
  names: Readonly<Record<string, string>>;
  target: Service;
  taken: ReadonlySet<string>;
}): Readonly<Record<string, string>> {
  const { names, target, taken } = options;
  if (!Object.keys(names).some(name => taken.has(name))) {
    return names;
  }
  const prefix = environmentPrefix(target.name);
  return Object.fromEntries(
    Object.entries(names).map(([name, template]) => [
      `${prefix}_${name}`,
      template,
    ]),
  );
}

function without(options: {
  names: Readonly<Record<string, string>>;
  except: ReadonlySet<string>;
}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(options.names).filter(([name]) => !options.except.has(name)),
  );
}

function templatesFor(options: {
  language: LanguageProfile;
  target: Service;
}): Readonly<Record<string, string>> {
  const { language, target } = options;
  if (target.kind === 'service') {
    return language.service;
  }
  const engine = target.engine ?? target.name;
  return Object.hasOwn(language.engines, engine)
    ? language.engines[engine]
    : language.otherEngine;
}

/** A `{uri}` that no Secret holds is written out, so that charts need not know how engines are addressed. */
function withComposedUri(options: {
  names: Readonly<Record<string, string>>;
  facts: DependencyFacts;
}): Record<string, string> {
  const { names, facts } = options;
  const composed = facts.secret?.keys.uri ? undefined : facts.uri;
  return Object.fromEntries(
    Object.entries(names).map(([name, template]) => [
      name,
      composed ? withUri(template, composed) : template,
    ]),
  );
}

function withUri(template: string, uri: string): string {
  const parsed = parseBindingTemplate({ template });
  if (!parsed.ok) {
    return template;
  }
  return parsed.parts
    .map(part => {
      if ('text' in part) {
        return escapeBindingText({ text: part.text });
      }
      return part.fact === 'uri' ? uri : `{${part.fact}}`;
    })
    .join('');
}

function fits(template: string, available: ReadonlySet<string>): boolean {
  const parsed = parseBindingTemplate({ template });
  return (
    parsed.ok &&
    parsed.parts.every(part => 'text' in part || available.has(part.fact))
  );
}
