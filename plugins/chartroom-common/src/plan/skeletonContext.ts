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

import { imageRepository } from '../charts';
import { matrixIndex, type Matrix, type Service } from '../matrix';
import { serviceBindings, type EngineProfile } from '../wiring';
import {
  factsInTemplate,
  parseBindingTemplate,
} from '../wiring/bindingTemplate';
import { dependencyFacts } from '../wiring/dependencyFacts';
import type {
  CreateServiceOperation,
  PlanFacts,
  SkeletonContext,
} from './types';

/**
 * The values that a skeleton may use.
 *
 * @internal
 */
export function skeletonContext(options: {
  operation: CreateServiceOperation;
  facts: PlanFacts;
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): SkeletonContext {
  const { operation, facts, matrix, service } = options;
  return {
    name: service.name,
    description: operation.service.description,
    owner: service.owner ?? matrix.owner ?? operation.service.owner,
    system: matrix.system,
    language: operation.service.language,
    port: operation.service.port ?? 0,
    exposed: operation.service.exposed,
    image: imageRepository({ matrix, service }),
    repositoryUrl: facts.serviceRepository.webUrl,
    cloneUrl: facts.serviceRepository.cloneUrl,
    defaultBranch: facts.serviceRepository.defaultBranch,
    platformUrl: facts.platform.webUrl,
    chartRepository: matrix.charts?.repository ?? '',
    chartVersion: facts.chartVersion,
    dependencies: skeletonDependencies(options),
  };
}

function skeletonDependencies(options: {
  matrix: Matrix;
  service: Service;
  profiles: readonly EngineProfile[];
}): SkeletonContext['dependencies'] {
  const { matrix, service, profiles } = options;
  const { services } = matrixIndex({ matrix });
  const { bindings } = serviceBindings(options);
  return service.dependencies.flatMap(dependency => {
    const target = services.get(dependency.name);
    if (!target) {
      return [];
    }
    const facts = dependencyFacts({
      caller: service.name,
      dependency,
      target,
      profiles,
    });
    const examples: Record<string, string | undefined> = {
      host: 'localhost',
      port: facts.ports[0] && String(facts.ports[0].port),
      username: facts.username ?? service.name,
      password: 'password',
      database: facts.database,
      vhost: facts.vhost,
    };
    const names = Object.hasOwn(bindings, target.name)
      ? bindings[target.name]
      : {};
    const { secret } = facts;
    const used = new Set<string>(
      Object.values(names).flatMap(template => [
        ...factsInTemplate({ template }),
      ]),
    );
    return [
      {
        name: target.name,
        type: target.kind === 'service' ? 'service' : target.engine ?? '',
        environment: Object.entries(names).map(([name, template]) => ({
          name,
          ...localExample({
            template,
            examples,
            secretFacts: Object.keys(facts.secret?.keys ?? {}),
          }),
        })),
        secrets: secret
          ? Object.entries(secret.keys)
              .filter(([fact]) => used.has(fact))
              .map(([, key]) => ({ name: secret.name, key }))
          : [],
      },
    ];
  });
}

function localExample(options: {
  template: string;
  examples: Readonly<Record<string, string | undefined>>;
  secretFacts: readonly string[];
}): { example: string; secret: boolean } {
  const { template, examples, secretFacts } = options;
  const parsed = parseBindingTemplate({ template });
  const parts = parsed.ok ? parsed.parts : [{ text: template }];
  return {
    example: parts
      .map(part => ('text' in part ? part.text : examples[part.fact] ?? ''))
      .join(''),
    secret: parts.some(
      part => 'fact' in part && secretFacts.includes(part.fact),
    ),
  };
}
