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

import {
  coreServices,
  createBackendPlugin,
  type UrlReaderService,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { pushFiles } from './__testUtils__/pushFiles';
import { seed } from './__testUtils__/seed';
import { startForge, token } from './__testUtils__/startForge';

jest.setTimeout(60_000);

describe("Backstage's own Gitea integration", () => {
  const forge = startForge({ seed });
  let reader: UrlReaderService;

  const config = () => ({
    integrations: {
      gitea: [
        {
          host: new URL(forge.url).host,
          baseUrl: forge.url,
          username: 'chartroom',
          password: token,
        },
      ],
    },
  });

  beforeAll(async () => {
    await startTestBackend({
      features: [
        mockServices.rootConfig.factory({ data: config() }),
        createBackendPlugin({
          pluginId: 'reader',
          register(env) {
            env.registerInit({
              deps: { urlReader: coreServices.urlReader },
              async init({ urlReader }) {
                reader = urlReader;
              },
            });
          },
        }),
      ],
    });
  });

  const page = (path: string) =>
    `${forge.url}/shop/shop-platform/src/branch/main/${path}`;

  it('reads a file', async () => {
    const answer = await reader.readUrl(page('service-matrix.yaml'));
    expect((await answer.buffer()).toString()).toBe(
      'system: shop\nservices: []\n',
    );
  });

  it('says that a file is not there', async () => {
    await expect(reader.readUrl(page('none.yaml'))).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('reads a tree, and only once for the same commit', async () => {
    const tree = await reader.readTree(page(''));
    const files = await tree.files();
    expect(files.map(({ path }) => path).sort()).toEqual([
      'README.md',
      'charts/platform-common/Chart.yaml',
      'charts/platform-common/templates/_name.tpl',
      'hello.sh',
      'helm/shop/Chart.yaml',
      'service-matrix.yaml',
    ]);
    await expect(
      reader.readTree(page(''), { etag: tree.etag }),
    ).rejects.toMatchObject({ name: 'NotModifiedError' });

    const part = await reader.readTree(page('helm'));
    const [chart] = await part.files();
    expect(chart.path).toBe('shop/Chart.yaml');

    const repository = 'shop/shop-platform';
    await pushFiles({ url: forge.url, repository, files: { new: '1' } });
    const changed = await reader.readTree(page(''), { etag: tree.etag });
    expect(changed.etag).not.toBe(tree.etag);
  });

  it('finds a file by its address', async () => {
    const { files } = await reader.search(page('README.md'));
    expect(files).toHaveLength(1);
    const { files: none } = await reader.search(page('none.md'));
    expect(none).toEqual([]);
  });

  it('resolves addresses that open in the forge', async () => {
    const integration = ScmIntegrations.fromConfig(
      new ConfigReader(config()),
    ).byUrl(forge.url);
    expect(integration?.type).toBe('gitea');
    const resolved = integration!.resolveUrl({
      url: './helm/shop/Chart.yaml',
      base: page('service-matrix.yaml'),
    });
    expect((await fetch(resolved)).status).toBe(200);
  });
});
