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
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse, stringify } from 'yaml';
import { helms, helmTerminal } from '../support/helm.mjs';
import { kubeconform } from '../support/judges/kubeconform.mjs';
import { kubeScore } from '../support/judges/kubeScore.mjs';
import { podSecurity } from '../support/judges/podSecurity.mjs';
import { serverSideApply } from '../support/judges/serverSideApply.mjs';
import { kubeScoreExceptions } from './kubeScoreExceptions.mjs';
import { assemblePlatform } from './support/assemblePlatform.mjs';
import { examplePlatforms } from './support/examplePlatforms.mjs';

const kubernetesVersions = ['1.33.0', '1.34.0', '1.35.0', '1.36.0'];

const absent = (...variables) => ({
  skip:
    variables
      .filter(variable => !process.env[variable])
      .map(variable => `${variable} is absent`)
      .join(', ') || false,
});

const read = async file => parse(await readFile(file, 'utf8')) ?? {};

/** The workloads whose values declare that they need `baseline`; the last file that says something counts. */
async function declaredBaseline({ directory, platform, environment }) {
  const umbrella = await read(
    join(directory, platform.umbrella, 'values.yaml'),
  );
  const own = await read(join(directory, environment.values));
  const declared = await Promise.all(
    platform.services.map(async name => {
      const chart = await read(join(directory, 'charts', name, 'values.yaml'));
      const level = [own[name], umbrella[name], chart]
        .map(values => values?.podSecurity)
        .find(Boolean);
      return level === 'baseline' && name;
    }),
  );
  return declared.filter(Boolean);
}

/** A file with what an umbrella's values give to one service. */
async function writeServiceValues({ from, service, to }) {
  const { global, ...values } = await read(from);
  await writeFile(
    to,
    stringify(
      { ...values[service], ...(global && { global }) },
      { version: '1.1' },
    ),
  );
}

function declareEnvironment({
  helm,
  platform,
  environment,
  assembled,
  needed,
}) {
  const rendered = {};
  const chart = () => join(assembled.directory, platform.umbrella);
  const values = () => join(assembled.directory, environment.values);
  const render = kubernetesVersion =>
    helm(
      ...['template', platform.system, chart(), '--values', values()],
      ...['--namespace', environment.namespace],
      ...['--kube-version', kubernetesVersion],
    );
  before(async () => {
    for (const kubernetesVersion of kubernetesVersions) {
      rendered[kubernetesVersion] = await render(kubernetesVersion);
    }
  });
  /** Fails with each sentence of a judge once, and the versions of Kubernetes for which it holds. */
  const forEachVersion = async judge => {
    const violations = {};
    for (const kubernetesVersion of kubernetesVersions) {
      const manifests = rendered[kubernetesVersion];
      for (const sentence of await judge({ manifests, kubernetesVersion })) {
        violations[sentence] ??= [];
        violations[sentence].push(kubernetesVersion);
      }
    }
    assert.deepEqual(violations, {});
  };

  it('passes a strict lint', () =>
    helm('lint', '--strict', chart(), '--values', values()));

  it('has services that each pass a strict lint alone', async () => {
    for (const service of platform.services) {
      const files = [join(chart(), 'values.yaml'), values()].map(
        (from, index) => ({
          from,
          to: join(assembled.scratch, `${service}-${index}.yaml`),
        }),
      );
      for (const file of files) {
        await writeServiceValues({ service, ...file });
      }
      await helm(
        ...['lint', '--strict', join(assembled.directory, 'charts', service)],
        ...files.flatMap(({ to }) => ['--values', to]),
      );
    }
  });

  it('renders the same bytes twice for each Kubernetes', async () => {
    for (const kubernetesVersion of kubernetesVersions) {
      const again = await render(kubernetesVersion);
      const lines = rendered[kubernetesVersion].split('\n');
      // Only what differs: the whole is thousands of lines
      assert.deepEqual(
        again.split('\n').filter((line, index) => line !== lines[index]),
        [],
      );
      assert.ok(again === rendered[kubernetesVersion], 'one is longer');
    }
  });

  it(
    'conforms to the schemas of each Kubernetes',
    absent(
      'CHARTROOM_KUBECONFORM',
      'CHARTROOM_KUBERNETES_SCHEMAS',
      'CHARTROOM_CRD_SCHEMAS',
    ),
    () => forEachVersion(kubeconform),
  );

  it(
    'runs every pod restricted, but for those that declare less',
    absent('CHARTROOM_POD_SECURITY'),
    async () => {
      const baseline = await declaredBaseline({
        directory: assembled.directory,
        platform,
        environment,
      });
      await forEachVersion(options => podSecurity({ ...options, baseline }));
    },
  );

  it(
    'is accepted by server-side apply',
    absent('CHARTROOM_SERVER_SIDE_APPLY'),
    async test => {
      const unknown = new Set();
      await forEachVersion(async options => {
        const { refusals, unknownKinds } = await serverSideApply(options);
        unknownKinds.forEach(kind => unknown.add(kind));
        return refusals;
      });
      if (unknown.size > 0) {
        test.diagnostic(`not judged: ${[...unknown].join(', ')}`);
      }
    },
  );

  it(
    'satisfies kube-score, but for the exceptions',
    absent('CHARTROOM_KUBE_SCORE'),
    () =>
      forEachVersion(async options => {
        const { violations, excepted } = await kubeScore({
          ...options,
          exceptions: kubeScoreExceptions.filter(
            ({ environments = [environment.name] }) =>
              environments.includes(environment.name),
          ),
        });
        excepted.forEach(exception => needed.add(exception));
        return violations;
      }),
  );
}

const platforms = await examplePlatforms();

// The two Helms side by side: more at once would only wait for a processor
describe("the seeds' systems", { concurrency: 2 }, () => {
  for (const { name, binary } of helms) {
    const options = { skip: !binary && 'it is absent', concurrency: 1 };
    describe(`on ${name}`, options, () => {
      const needed = new Set();
      let terminal;
      const helm = async (...args) => {
        terminal ??= helmTerminal(binary);
        return (await terminal)(...args);
      };

      for (const platform of platforms) {
        describe(platform.name, () => {
          const assembled = {};
          before(async () => {
            assembled.scratch = await mkdtemp(
              join(tmpdir(), 'chartroom-seed-'),
            );
            assembled.directory = await assemblePlatform({ helm, ...platform });
            for (const service of platform.services) {
              const chart = join(assembled.directory, 'charts', service);
              await helm('dependency', 'build', chart);
            }
          });
          after(async () => {
            for (const directory of Object.values(assembled)) {
              await rm(directory, { recursive: true });
            }
          });

          for (const environment of platform.environments) {
            describe(environment.name, () =>
              declareEnvironment({
                helm,
                platform,
                environment,
                assembled,
                needed,
              }),
            );
          }
        });
      }

      it(
        'needs every exception from kube-score',
        absent('CHARTROOM_KUBE_SCORE'),
        () => {
          const idle = kubeScoreExceptions.filter(
            exception => !needed.has(exception),
          );
          assert.deepEqual(
            idle.map(({ check }) => check),
            [],
          );
        },
      );
    });
  }
});
