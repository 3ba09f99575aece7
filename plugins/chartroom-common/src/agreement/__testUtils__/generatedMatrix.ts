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

import fc from 'fast-check';
import { builtInProfiles } from '../../wiring';
import { stringifyYaml } from '../../yaml';

/** A word of a generated name; numbers make the names unlike each other. */
const word = fc.constantFrom(
  'orders',
  'no',
  'on',
  'e1',
  'web-shop',
  'null',
  'x',
);

/** Every engine from every source that has a profile, and from outside. */
const stores = [
  ...builtInProfiles.map(({ engine, source }) => ({ engine, source })),
  ...builtInProfiles
    .filter(({ source }) => source === 'own')
    .map(({ engine }) => ({ engine, source: 'external' })),
];
const languages = ['node', 'java', 'python', 'go', 'php', 'nginx', undefined];
const types = [undefined, 'deployment', 'statefulset', 'daemonset'];

interface Drawn {
  readonly words: readonly string[];
  readonly stores: ReadonlyArray<{ engine: string; source: string }>;
  readonly services: ReadonlyArray<{
    language: string | undefined;
    type: string | undefined;
    port: number;
    isWorker: boolean;
    hasTwoPorts: boolean;
    exposed: boolean;
    egress: boolean;
    wait: boolean;
    /** Whom it depends on, by place; taken modulo the number of all others. */
    dependencies: readonly number[];
  }>;
  readonly environments: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  words: fc.array(word, { minLength: 1, maxLength: 6 }),
  stores: fc.array(fc.constantFrom(...stores), { maxLength: 5 }),
  services: fc.array(
    fc.record({
      language: fc.constantFrom(...languages),
      type: fc.constantFrom(...types),
      port: fc.integer({ min: 1, max: 65534 }),
      isWorker: fc.boolean(),
      hasTwoPorts: fc.boolean(),
      exposed: fc.boolean(),
      egress: fc.boolean(),
      wait: fc.boolean(),
      dependencies: fc.oneof(
        { weight: 8, arbitrary: fc.array(fc.nat(60), { maxLength: 4 }) },
        {
          weight: 1,
          arbitrary: fc.constant(Array.from({ length: 40 }, (_, it) => it)),
        },
      ),
    }),
    { minLength: 1, maxLength: 12 },
  ),
  environments: fc.integer({ min: 1, max: 3 }),
});

/**
 * A platform repository that holds a matrix and nothing else: services of every
 * language and type, cycles, workers, one that depends on forty, and backing
 * services of every engine from every source.
 *
 * @internal
 */
export const generatedMatrix: fc.Arbitrary<string> = drawn.map(matrixText);

function matrixText(options: Drawn): string {
  const { words, environments } = options;
  const named = (index: number) => `${words[index % words.length]}-${index}`;
  const crowd = options.services.some(it => it.dependencies.length >= 40)
    ? Array.from({ length: 40 }, (_, index) => ({
        name: `callee-${index}`,
        language: 'go',
        port: 8000 + index,
      }))
    : [];
  const backing = options.stores.map(({ engine, source }, index) => ({
    name: `store-${index}`,
    engine,
    chart_source: source,
  }));
  const all = [
    ...crowd.map(({ name }) => name),
    ...backing.map(({ name }) => name),
    ...options.services.flatMap((service, index) =>
      service.isWorker ? [] : [named(index)],
    ),
  ];
  const services = options.services.map((service, index) => {
    const { language, type, port, isWorker, hasTwoPorts } = service;
    const name = named(index);
    const others = [
      ...new Set(service.dependencies.map(place => all[place % all.length])),
    ].filter(other => other !== undefined && other !== name);
    return {
      name,
      language,
      type,
      ...(!isWorker &&
        (hasTwoPorts
          ? {
              ports: [
                { name: 'http', port },
                { name: 'metrics', port: port + 1, targetPort: 9090 },
              ],
            }
          : { port })),
      ...(service.exposed && !isWorker && { exposed: true }),
      ...(service.egress && {
        egress: [{ host: 'api.example.com', port: 443 }],
      }),
      dependencies: others.map(other =>
        service.wait && other.startsWith('store-')
          ? { name: other, wait: false }
          : other,
      ),
    };
  });
  const externals = backing.filter(it => it.chart_source === 'external');
  return stringifyYaml({
    system: 'generated',
    owner: 'group:default/generated',
    environments: Array.from({ length: environments }, (_, index) => ({
      name: `env-${index}`,
      domain: `env-${index}.example.com`,
      ...(externals.length > 0 && {
        services: Object.fromEntries(
          externals.map(({ name }) => [
            name,
            { host: `${name}.db.example.com`, cidrs: ['10.0.0.0/8'] },
          ]),
        ),
      }),
    })),
    services: [...services, ...crowd, ...backing],
  });
}
