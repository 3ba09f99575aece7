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

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { readMatrix } from '../../matrix';
import { availableFacts, dependencyFacts } from '../dependencyFacts';
import { engineProfileSchema } from '../engineProfileSchema';
import { findEngineProfile } from '../findEngineProfile';
import { languages } from '../languages';
import { serviceBindings } from '../serviceBindings';
import { dependencyWirings } from '../serviceWiring';
import { factsInTemplate } from '../bindingTemplate';
import { valueLeaves } from '../valueLeaves';
import { builtInProfiles } from '.';

const all = builtInProfiles.map(
  profile => [`${profile.source}-${profile.engine}`, profile] as const,
);

/** What a service in a language is given when its engine comes from a source. */
function callerOf(options: {
  engine: string;
  source: string;
  language: string;
}) {
  const { engine, source, language } = options;
  const { matrix } = readMatrix({
    file: 'service-matrix.yaml',
    umbrella: 'helm/shop',
    text: [
      'services:',
      `  - { name: order-desk, language: ${language}, dependencies: [store] }`,
      `  - { name: store, engine: ${engine}, chart_source: ${source} }`,
    ].join('\n'),
  });
  const [service, target] = matrix!.services;
  const facts = dependencyFacts({
    caller: service.name,
    dependency: service.dependencies[0],
    target,
    profiles: builtInProfiles,
  });
  const common = { matrix: matrix!, service, profiles: builtInProfiles };
  return {
    facts: availableFacts(facts),
    bindings: serviceBindings(common).bindings.store ?? {},
    wiring: dependencyWirings(common).store,
  };
}

describe('the built-in profiles', () => {
  it('are one for each engine and source', () => {
    expect(new Set(all.map(([name]) => name)).size).toBe(all.length);
  });

  it.each([
    ['own', 'mongodb mysql postgresql rabbitmq redis'],
    ['cloudpirates', 'mariadb mongodb postgresql rabbitmq redis'],
    ['groundhog2k', 'mongodb mysql postgresql rabbitmq redis'],
    ['bitnami', 'mongodb mysql postgresql rabbitmq redis'],
    ['operator', 'postgresql rabbitmq'],
  ])('know what comes from %s', (source, engines) => {
    expect(
      builtInProfiles
        .filter(profile => profile.source === source)
        .map(({ engine }) => engine)
        .sort()
        .join(' '),
    ).toBe(engines);
  });

  describe.each(all)('%s', (name, profile) => {
    it("has the shape of a platform's own, in a file of its name", () => {
      expect(engineProfileSchema.parse(profile)).toEqual(profile);
      expect(existsSync(resolve(__dirname, `${name}.ts`))).toBe(true);
    });

    it('selects the pods of one backing service, and no others', () => {
      expect(Object.values(profile.podLabels)).toContain('{name}');
    });

    it('asks for every Secret that nobody else makes', () => {
      const { secret, objects, secrets = [] } = profile;
      const read = objects ? [] : Object.values(secret?.keys ?? {});
      const keys = secrets
        .filter(required => required.name === secret?.name)
        .flatMap(required => Object.keys(required.keys));
      expect(keys).toEqual(expect.arrayContaining(read));
      const names = secrets
        .filter(({ neededBy }) => neededBy === 'caller')
        .map(required => required.name);
      expect([[], [secret?.name]]).toContainEqual(names);
    });

    it('is a chart, a recipe or objects', () => {
      const { chart, ownChart, objects } = profile;
      expect([chart, ownChart, objects].filter(Boolean)).toHaveLength(1);
      expect(ownChart !== undefined).toBe(profile.source === 'own');
    });
  });

  const charts = all.filter(([, { chart }]) => chart);

  it.each(charts)('%s names objects and pods by the service', (_, profile) => {
    expect(profile.values).toMatchObject({
      nameOverride: '{name}',
      fullnameOverride: '{name}',
    });
  });

  it.each(charts)(
    '%s tells the chart the Secret that must exist',
    (_, described) => {
      const texts = valueLeaves({ values: described.values! }).map(
        ({ value }) => JSON.stringify(value),
      );
      const wanted = (described.secrets ?? []).filter(
        ({ neededBy }) => neededBy === 'chart',
      );
      // Bitnami's charts have fixed names for some keys.
      const named = wanted.flatMap(({ name, keys }) => [
        name,
        ...(described.source === 'bitnami' ? [] : Object.keys(keys)),
      ]);
      expect(
        named.filter(name => !texts.some(text => text.includes(name))),
      ).toEqual([]);
    },
  );

  it.each(charts.filter(([, { source }]) => source !== 'bitnami'))(
    '%s makes pod and containers meet the standard restricted',
    (_, { values }) => {
      const container =
        values!.containerSecurityContext ?? values!.securityContext;
      expect(values!.podSecurityContext).toEqual({
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      expect(container).toEqual({
        runAsNonRoot: true,
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
        seccompProfile: { type: 'RuntimeDefault' },
      });
    },
  );

  it('say nothing that is a credential', () => {
    const text = JSON.stringify(
      builtInProfiles.map(({ values, startingValues, objects, ownChart }) => [
        values,
        startingValues,
        objects,
        ownChart,
      ]),
    );
    const passwords = [...text.matchAll(/"(\w*password)":"([^"]*)"/gi)];
    expect(passwords.map(([, , value]) => value)).toEqual([]);
  });
});

describe('changing the source of an engine', () => {
  const names = languages.map(({ language }) => language);
  const changes = [
    'mysql',
    'postgresql',
    'rabbitmq',
    'mongodb',
    'redis',
  ].flatMap(engine =>
    ['external', ...new Set(builtInProfiles.map(({ source }) => source))]
      .filter(source =>
        findEngineProfile({ profiles: builtInProfiles, engine, source }),
      )
      .map(source => [engine, source] as const),
  );
  const hasAccounts = (engine: string) =>
    findEngineProfile({ profiles: builtInProfiles, engine, source: 'own' })
      ?.secret !== undefined;

  it.each(changes.filter(([engine]) => hasAccounts(engine)))(
    'changes no binding of %s when it comes from %s',
    (engine, source) => {
      for (const language of names) {
        const before = callerOf({ engine, source: 'own', language });
        const after = callerOf({ engine, source, language });
        expect(after.facts).toEqual(before.facts);
        expect(after.bindings).toEqual(before.bindings);
      }
    },
  );

  it.each(changes.filter(([engine]) => !hasAccounts(engine)))(
    'leaves every binding of %s valid when it comes from %s',
    (engine, source) => {
      for (const language of names) {
        const { bindings } = callerOf({ engine, source: 'own', language });
        const { facts } = callerOf({ engine, source, language });
        for (const template of Object.values(bindings)) {
          for (const fact of factsInTemplate({ template })) {
            expect(facts).toContain(fact);
          }
        }
      }
    },
  );

  it('keeps everything that differs in the wiring', () => {
    const { wiring } = callerOf({
      engine: 'postgresql',
      source: 'operator',
      language: 'node',
    });
    expect(wiring).toEqual({
      host: 'store-rw',
      ports: { postgresql: 5432 },
      podLabels: { 'cnpg.io/cluster': 'store' },
      wait: true,
      database: 'app',
      secret: {
        name: 'store-app',
        keys: { username: 'username', password: 'password' },
      },
    });
  });
});
