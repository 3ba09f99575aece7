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

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** A Secret as Helm writes it: the release as JSON, packed, in base64, once more in base64 as every Secret is. */
function releaseSecret(options: {
  revision: number;
  status: string;
  replicas: number;
  secret: string;
}) {
  const { revision, status, replicas, secret } = options;
  const record = {
    name: 'shop',
    namespace: 'shop-dev',
    version: revision,
    info: {
      status,
      description: 'Upgrade complete',
      first_deployed: '2026-11-20T10:00:00Z',
      last_deployed: '2026-11-20T11:00:00Z',
      notes: `Log in with postgres://shop:${secret}@db/shop`,
    },
    chart: {
      metadata: {
        name: 'shop',
        version: '0.1.0',
        dependencies: ['cart', 'web'].map(name => ({
          name,
          version: '1.3.0',
          repository: '',
          enabled: true,
        })),
      },
      values: { cart: { replicas: 1 }, web: { colour: 'blue' } },
      templates: [],
    },
    config: {
      cart: { replicas, password: secret },
      web: { apiKey: 'web-key' },
      global: { domain: 'example.com' },
    },
    manifest: `---
# Source: shop/charts/cart/templates/service.yaml
apiVersion: v1
kind: Secret
metadata: { name: cart }
stringData:
  password: ${secret}
---
# Source: shop/charts/cart/templates/service.yaml
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart }
spec:
  replicas: ${replicas}
---
# Source: shop/charts/web/templates/service.yaml
apiVersion: v1
kind: Service
metadata: { name: web }
`,
    hooks: [],
  };
  const packed = gzipSync(JSON.stringify(record)).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'helm.sh/release.v1',
    metadata: {
      name: `sh.helm.release.v1.shop.v${revision}`,
      namespace: 'shop-dev',
      uid: `uid-${revision}`,
      creationTimestamp: '2026-11-20T11:00:00Z',
      labels: { owner: 'helm', name: 'shop', status, version: `${revision}` },
    },
    data: { release: Buffer.from(packed).toString('base64') },
  };
}

/**
 * Records a cluster in which cart runs in shop-dev, with two revisions of the release that it is part of.
 */
export async function writeRecording(): Promise<{
  readonly directory: string;
  /** What nobody must see; that of the second revision ends with -2. */
  readonly password: string;
  remove(): Promise<void>;
}> {
  const password = 'correct-horse-battery';
  const directory = await mkdtemp(path.join(tmpdir(), 'recording-'));
  await writeFile(
    path.join(directory, 'recording.yaml'),
    'recordedAt: 2026-11-21T12:00:00Z\n',
  );
  const secrets = [
    { revision: 1, status: 'superseded', replicas: 1, secret: password },
    { revision: 2, status: 'deployed', replicas: 3, secret: `${password}-2` },
  ].map(releaseSecret);
  const cart = {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: {
      name: 'cart',
      namespace: 'shop-dev',
      labels: {
        'app.kubernetes.io/name': 'cart',
        'app.kubernetes.io/instance': 'shop',
        'helm.sh/chart': 'cart-1.3.0',
      },
    },
    spec: { replicas: 3 },
  };
  await writeFile(
    path.join(directory, 'objects.json'),
    JSON.stringify([...secrets, cart]),
  );
  return {
    directory,
    password,
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
