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
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { applications } from '../../support/judges/applications.mjs';
import { manifests } from '../support/manifests.mjs';

const skip = !process.env.CHARTROOM_APPLICATIONS && 'it is absent';
const repository = 'https://git.example.com/shop.git';

function applicationSet({ generators, spec = {}, ...others }) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'shop', namespace: 'argocd' },
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators,
      template: { metadata: { name: 'shop-{{ .environment }}' }, spec },
      ...others,
    },
  };
}

function listOf(...elements) {
  return { list: { elements } };
}

function filesOf(path, values) {
  return { git: { repoURL: repository, files: [{ path }], values } };
}

describe('Applications of an ApplicationSet', { skip }, () => {
  let directory;
  before(async () => {
    directory = await mkdtemp(join(tmpdir(), 'chartroom-applications-'));
    await mkdir(join(directory, 'releases/dev'), { recursive: true });
    const write = (name, text) =>
      writeFile(join(directory, 'releases/dev', name), text);
    await write('two.yaml', '- { service: cart }\n- { service: web }\n');
    await write('one.yaml', 'service: cart\n');
    await write('none.yaml', '[]\n');
  });
  after(() => directory && rm(directory, { recursive: true }));

  const made = set =>
    applications({ manifests: manifests(set), repository, directory });
  const refusal = async set => {
    const error = await made(set).then(
      () => undefined,
      reason => reason,
    );
    return error.message.split('\n')[1];
  };

  it('are one for each element of a list', async () => {
    const set = applicationSet({
      generators: [listOf({ environment: 'dev' }, { environment: 'prod' })],
      spec: { source: { helm: { valueFiles: ['{{ .environment }}.yaml'] } } },
    });
    assert.deepEqual(
      await made(set),
      ['dev', 'prod'].map(environment => ({
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'Application',
        metadata: { name: `shop-${environment}`, namespace: 'argocd' },
        spec: { source: { helm: { valueFiles: [`${environment}.yaml`] } } },
      })),
    );
  });

  it('are one for each map in files of the repository', async () => {
    const files = names =>
      names.map(name =>
        filesOf(`releases/dev/${name}.yaml`, { of: '{{ .path.basename }}' }),
      );
    const named = applicationSet({ generators: files(['two', 'one', 'none']) });
    named.spec.template.metadata.name =
      '{{ .values.of }}-{{ .service }}-{{ .version | default "none" }}';
    named.spec.goTemplateOptions = [];
    const names = (await made(named)).map(({ metadata }) => metadata.name);
    assert.deepEqual(names, ['dev-cart-none', 'dev-web-none', 'dev-cart-none']);
  });

  for (const [what, set, message] of [
    [
      'a name that nothing fills in',
      applicationSet({ generators: [listOf({ cluster: 'a' })] }),
      /^applications: shop: .* map has no entry for key "environment"$/,
    ],
    [
      'a file that is not there',
      applicationSet({ generators: [filesOf('releases/prod/two.yaml')] }),
      /^applications: shop: generator 0: there is no file releases\/prod\/two\.yaml$/,
    ],
    [
      'another repository',
      applicationSet({
        generators: [{ git: { repoURL: 'https://a', files: [] } }],
      }),
      /^applications: shop: generator 0: https:\/\/a is not https:\/\/git\.example\.com\/shop\.git$/,
    ],
    [
      'another generator',
      applicationSet({ generators: [{ clusters: {} }] }),
      /^applications: shop: generator 0: only list with elements and git with files are known$/,
    ],
    [
      'templates that are no Go templates',
      applicationSet({ generators: [], goTemplate: false }),
      /^applications: shop: only Go templates without a patch are known$/,
    ],
  ]) {
    it(`are not made of ${what}`, async () => {
      assert.match(await refusal(set), message);
    });
  }
});
