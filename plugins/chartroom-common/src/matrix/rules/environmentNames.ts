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
import { quoted } from '../../check/quoted';
import { parseBindingTemplate } from '../../wiring/bindingTemplate';
import { availableFacts, dependencyFacts } from '../../wiring/dependencyFacts';
import { serviceBindings } from '../../wiring/serviceBindings';
import { matrixIndex } from '../matrixIndex';
import type { Dependency } from '../types';
import type { ServiceRule } from './MatrixRule';

/** Names that the container's own system sets or needs. */
const reserved =
  /^(PATH|HOME|HOSTNAME|LD_PRELOAD|LD_LIBRARY_PATH|KUBERNETES_.*)$/;
const environmentName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * Environment names can be set, each by one dependency, from facts that the
 * dependency has.
 *
 * @internal
 */
export const environmentNames: ServiceRule = options => {
  const { service, file } = options;
  const found: Finding[] = [];
  const report = (
    rule: string,
    line: number,
    message: string,
    fix: string,
  ): number =>
    found.push({ rule, severity: 'error', file, line, message, fix });

  const checkName = (name: string, line: number) => {
    if (!environmentName.test(name) || reserved.test(name)) {
      report(
        'matrix-environment-name',
        line,
        `${service.name} sets ${quoted(name)}, which is ${
          reserved.test(name)
            ? 'reserved'
            : 'no name of an environment variable'
        }.`,
        'Use letters, digits and underscores, and no name that the system needs.',
      );
    }
  };
  service.environment.forEach(({ name, line }) => checkName(name, line));
  for (const dependency of service.dependencies) {
    for (const [name, template] of Object.entries(dependency.env ?? {})) {
      checkName(name, dependency.line);
      const problem = templateProblem({ ...options, dependency, template });
      if (problem) {
        report(
          'matrix-environment-template',
          dependency.line,
          `${service.name} sets ${quoted(name)} to ${quoted(
            template,
          )}, but ${problem}.`,
          'Write literal text and placeholders such as {host} and {port}.',
        );
      }
    }
  }

  const owners = new Map<string, string>();
  const { bindings } = serviceBindings(options);
  for (const [dependency, names] of Object.entries(bindings)) {
    for (const name of Object.keys(names)) {
      const other = owners.get(name);
      if (other) {
        report(
          'matrix-environment-conflict',
          service.dependencies.find(edge => edge.name === dependency)?.line ??
            service.line,
          `${service.name} would get ${name} from both ${other} and ${dependency}.`,
          `Write env: for one of the two dependencies, with names of its own.`,
        );
      }
      owners.set(name, dependency);
    }
  }
  return found;
};

function templateProblem(
  options: Parameters<ServiceRule>[0] & {
    dependency: Dependency;
    template: string;
  },
): string | undefined {
  const { matrix, service, profiles, dependency, template } = options;
  const parsed = parseBindingTemplate({ template });
  if (!parsed.ok) {
    return parsed.reason;
  }
  const target = matrixIndex({ matrix }).services.get(dependency.name);
  if (!target) {
    return undefined;
  }
  const facts = dependencyFacts({
    caller: service.name,
    dependency,
    target,
    profiles,
  });
  const available = availableFacts(facts);
  const missing = parsed.parts.find(
    part => 'fact' in part && !available.has(part.fact),
  );
  return missing && 'fact' in missing
    ? `${target.name} has no ${missing.fact}: it has ${[...available].join(
        ', ',
      )}`
    : undefined;
}
