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

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { helms, helmTerminal } from '../support/helm.mjs';
import { applications } from '../support/judges/applications.mjs';
import { kubeconform } from '../support/judges/kubeconform.mjs';
import { argocdManifests } from './support/argocdManifests.mjs';
import { deliveredPlatform } from './support/deliveredPlatform.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';
import { isAdmitted } from './support/isAdmitted.mjs';
import { manifests } from './support/manifests.mjs';
import { readObjects } from './support/readObjects.mjs';
import {
  applicationFiles,
  renderApplication,
  sourcesOf,
} from './support/renderApplication.mjs';

const waveKey = 'argocd.argoproj.io/sync-wave';
const ownCluster = 'https://kubernetes.default.svc';
/** What a project that admits namespaces alone does not let in. */
const clusterKinds =
  /^(Cluster.+|Namespace|CustomResourceDefinition|PersistentVolume|PriorityClass|StorageClass|(Mutating|Validating).*)$/;

const absent = (...variables) =>
  variables
    .filter(variable => !process.env[variable])
    .map(variable => `${variable} is absent`)
    .join(', ') || false;

const examples = await examplePlatforms();
const platforms = [
  ...examples,
  // No example has a backing service whose objects belong to no service's chart
  ...examples
    .filter(({ name }) => name === 'backend-with-postgres')
    .map(platform => ({
      ...platform,
      name: `${platform.name} on an operator`,
      edit(document) {
        const { services } = document.toJS();
        const at = name => services.findIndex(one => one.name === name);
        const dependency = ['services', at('backend'), 'dependencies', 0];
        document.setIn(
          ['services', at('postgres'), 'chart_source'],
          'operator',
        );
        // It makes one database with one account
        document.deleteIn([...dependency, 'database']);
        document.deleteIn([...dependency, 'user']);
      },
    })),
];

function waveOf({ metadata }) {
  return metadata.annotations?.[waveKey];
}

function environmentOf(application) {
  return application.metadata.labels['chartroom/environment'];
}

/** Objects by what Kubernetes knows them by, sorted. */
function byIdentity(objects) {
  return objects
    .map(object => {
      const { apiVersion, kind, metadata } = object;
      const { namespace, name } = metadata;
      return [`${apiVersion} ${kind} ${namespace}/${name}`, object];
    })
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** What a release may have otherwise: labels that bear its name and that of its chart, and waves. */
const ofRelease = [
  'app.kubernetes.io/instance',
  'app.kubernetes.io/part-of',
  waveKey,
];

function withoutRelease(value) {
  if (Array.isArray(value)) {
    return value.map(withoutRelease);
  }
  if (!(value instanceof Object)) {
    return value;
  }
  const { annotations, ...others } = Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !ofRelease.includes(key))
      .map(([key, inner]) => [key, withoutRelease(inner)]),
  );
  const isEmpty = annotations && Object.keys(annotations).length === 0;
  return { ...others, ...(annotations && !isEmpty && { annotations }) };
}

// Two at a time: more would only wait for a processor
describe('Argo CD', { concurrency: 2 }, () => {
  for (const platform of platforms) {
    const options = { skip: absent('CHARTROOM_APPLICATIONS'), concurrency: 1 };
    describe(platform.name, options, () => {
      /** By delivery: what `deliveredPlatform` resolves with, and what Argo CD makes of it. */
      const deliveries = { umbrella: {}, applications: {} };
      before(async () => {
        for (const [delivery, delivered] of Object.entries(deliveries)) {
          Object.assign(
            delivered,
            await deliveredPlatform({ ...platform, delivery }),
          );
          const { directory } = delivered;
          const { repository, text, objects } = await argocdManifests({
            directory,
          });
          Object.assign(delivered, {
            ...{ text, objects },
            applications: await applications({
              ...{ manifests: text, repository, directory },
            }),
          });
        }
      });
      after(async () => {
        for (const { directory } of Object.values(deliveries)) {
          await rm(directory, { recursive: true });
        }
      });
      for (const delivery of Object.keys(deliveries)) {
        describe(`delivered as ${delivery}`, () =>
          declareDelivery({ platform, delivery, deliveries }));
      }
    });
  }
});

function declareDelivery({ platform, delivery, deliveries }) {
  const delivered = deliveries[delivery];

  /** What is written about an environment. */
  const written = name =>
    delivered.matrix.environments.find(
      environment => environment.name === name,
    );

  it('agrees with the matrix, and stays as it is', () => {
    assert.equal(delivered.checked, 'Clean.\n');
    assert.equal(delivered.syncedAgain, 'Nothing to write.\n');
  });

  it(
    "conforms to Argo CD's own schemas, and so does all that follows",
    { skip: absent('CHARTROOM_KUBECONFORM', 'CHARTROOM_CRD_SCHEMAS') },
    async () => {
      assert.deepEqual(await kubeconform({ manifests: delivered.text }), []);
      assert.deepEqual(
        await kubeconform({
          manifests: manifests(...delivered.applications),
        }),
        [],
      );
    },
  );

  it('makes Applications with names of their own that fit a label', () => {
    const names = [
      ...delivered.objects.filter(({ kind }) => kind === 'Application'),
      ...delivered.applications,
    ].map(({ metadata }) => metadata.name);
    assert.deepEqual([...new Set(names)], names);
    for (const name of names) {
      assert.match(name, /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/);
    }
    const environments = new Set(delivered.applications.map(environmentOf));
    assert.deepEqual(
      [...environments].sort(),
      platform.environments.map(({ name }) => name).sort(),
    );
  });

  it('goes where the matrix says, at the revision that it says', () => {
    for (const application of delivered.applications) {
      const { name, cluster, namespace, ref } = written(
        environmentOf(application),
      );
      assert.deepEqual(application.spec.destination, {
        name: cluster ?? '',
        server: cluster ? '' : ownCluster,
        namespace: namespace ?? platform.system,
      });
      for (const source of sourcesOf(application).sources) {
        assert.equal(source.targetRevision, ref ?? 'HEAD', name);
      }
    }
  });

  it('has a place of its own for each environment', () => {
    const places = new Map(
      delivered.applications.map(application => {
        const { name, server, namespace } = application.spec.destination;
        return [
          environmentOf(application),
          [name, server, namespace].join(' '),
        ];
      }),
    );
    assert.equal(places.size, platform.environments.length);
    assert.equal(new Set(places.values()).size, places.size);
  });

  it('is admitted by its project, and by nothing more than it needs', () => {
    const project = delivered.objects.find(({ kind }) => kind === 'AppProject');
    for (const application of delivered.applications) {
      assert.ok(
        isAdmitted({ project, application }),
        application.metadata.name,
      );
    }
    assert.deepEqual(
      project.spec.destinations
        .map(({ name = '', server = '', namespace }) =>
          [name, server, namespace].join(' '),
        )
        .sort(),
      [
        ...new Set(
          delivered.applications.map(({ spec }) => {
            const { name, server, namespace } = spec.destination;
            return [name, server, namespace].join(' ');
          }),
        ),
      ].sort(),
    );
  });

  it('takes charts and values from files that there are', () => {
    const { directory } = delivered;
    for (const application of delivered.applications) {
      const { chart, valueFiles } = applicationFiles({
        ...{ application, directory },
      });
      for (const file of [join(chart, 'Chart.yaml'), ...valueFiles]) {
        assert.ok(existsSync(file), `${application.metadata.name}: ${file}`);
      }
    }
  });

  it('applies the project first, and each tier after those it depends on', () => {
    const sets = delivered.objects.filter(
      ({ kind }) => kind === 'ApplicationSet',
    );
    const project = delivered.objects.find(({ kind }) => kind === 'AppProject');
    const wave = object => Number(waveOf(object) ?? 0);
    for (const set of sets) {
      assert.ok(wave(project) < wave(set), set.metadata.name);
    }
    if (delivery === 'applications') {
      assert.deepEqual(
        Object.fromEntries(
          sets
            // Policies, which belong to no tier
            .filter(({ metadata }) => metadata.name !== platform.system)
            .map(set => [
              set.metadata.name.slice(platform.system.length + 1),
              waveOf(set),
            ]),
        ),
        depths(delivered.matrix),
      );
    }
  });

  for (const { name, binary } of helms) {
    describe(`rendered by ${name}`, { skip: !binary && 'it is absent' }, () =>
      declareRender({ platform, delivery, deliveries, binary }),
    );
  }
}

/** How deep each tier lies above those that its services depend on; tiers do not depend on each other in a circle here. */
function depths({ services }) {
  const isBacking = ({ engine, chart_source: source }) => engine ?? source;
  const tierOf = service =>
    service.tier ?? (isBacking(service) ? 'database' : 'backend');
  const depth = tier =>
    services
      .filter(service => tierOf(service) === tier)
      .flatMap(({ dependencies = [] }) => dependencies)
      .map(({ name, ...dependency }) =>
        tierOf(services.find(service => service.name === (name ?? dependency))),
      )
      .filter(below => below !== tier)
      .reduce((deepest, below) => Math.max(deepest, depth(below) + 1), 0);
  return Object.fromEntries(
    services.map(tierOf).map(tier => [tier, String(depth(tier))]),
  );
}

function declareRender({ platform, delivery, deliveries, binary }) {
  const delivered = deliveries[delivery];
  let scratch;
  /** By environment: objects of the umbrella, and those of each Application. */
  const umbrella = {};
  const rendered = {};

  before(async () => {
    const helm = await helmTerminal(binary);
    scratch = await mkdtemp(join(tmpdir(), 'chartroom-rendered-'));
    const copy = async name => {
      const directory = join(scratch, name);
      await cp(deliveries[name].directory, directory, { recursive: true });
      return directory;
    };
    const whole = await copy('umbrella');
    const chart = join(whole, platform.umbrella);
    await helm('dependency', 'build', chart);
    for (const { name, namespace, values } of platform.environments) {
      umbrella[name] = readObjects(
        await helm(
          ...['template', platform.system, chart, '--namespace', namespace],
          ...['--values', join(whole, values)],
        ),
      ).objects;
    }
    const directory = delivery === 'umbrella' ? whole : await copy(delivery);
    for (const application of delivered.applications) {
      const { objects } = readObjects(
        await renderApplication({ application, directory, helm }),
      );
      const environment = environmentOf(application);
      rendered[environment] ??= [];
      rendered[environment].push({ application, objects });
    }
  });
  after(() => rm(scratch, { recursive: true }));

  const objectsIn = environment =>
    rendered[environment].flatMap(({ objects }) => objects);

  for (const { name } of platform.environments) {
    it(`owns in ${name} what the umbrella renders, each object once`, () => {
      const found = byIdentity(objectsIn(name));
      const wanted = byIdentity(umbrella[name]);
      const identities = found.map(([identity]) => identity);
      assert.deepEqual(
        identities,
        wanted.map(([identity]) => identity),
      );
      assert.deepEqual([...new Set(identities)], identities);
      found.forEach(([identity, object], index) =>
        assert.deepEqual(
          withoutRelease(object),
          withoutRelease(wanted[index][1]),
          identity,
        ),
      );
    });

    it(`holds in ${name} no object of a cluster`, () => {
      const kinds = objectsIn(name).map(({ kind }) => kind);
      assert.ok(kinds.length > 0);
      assert.deepEqual(
        kinds.filter(kind => clusterKinds.test(kind)),
        [],
      );
    });

    it(`has in ${name} the waves of a release on objects, never on pods`, () => {
      const first = delivered.matrix.services
        .filter(({ engine, chart_source: source = 'own' }) =>
          delivery === 'umbrella' ? engine && source === 'own' : false,
        )
        .map(service => service.name);
      for (const object of objectsIn(name)) {
        const { kind, metadata, spec } = object;
        const owner = metadata.labels['app.kubernetes.io/name'];
        const subject = `${kind} ${metadata.name}`;
        assert.equal(
          waveOf(object),
          first.includes(owner) ? '-1' : undefined,
          subject,
        );
        const { template = { metadata: {} } } = spec ?? {};
        assert.equal(waveOf(template), undefined, subject);
      }
    });
  }
}
