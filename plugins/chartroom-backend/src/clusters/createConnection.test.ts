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

import fs from 'node:fs/promises';
import path from 'node:path';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { ClusterAccess } from './ClusterSettings';
import { connectInCluster } from './connectInCluster';
import { createConnection } from './createConnection';

const directory = createMockDirectory();
const base64 = (text: string) => Buffer.from(text).toString('base64');

function connect(access: Exclude<ClusterAccess, { type: 'recording' }>) {
  return createConnection({
    cluster: 'eu-1',
    access,
    config: new ConfigReader({}),
    logger: mockServices.logger.mock(),
  })();
}

async function kubeconfig(options: {
  user?: object;
  cluster?: object;
  context?: string;
}) {
  const file = path.join(directory.path, 'config');
  await fs.writeFile(
    file,
    JSON.stringify({
      'current-context': 'kind',
      contexts: [
        { name: 'kind', context: { cluster: 'kind', user: 'kind-admin' } },
        { name: 'lost', context: { cluster: 'nowhere' } },
      ],
      clusters: [
        {
          name: 'kind',
          cluster: {
            server: 'https://127.0.0.1:6443',
            'certificate-authority-data': base64('the authority'),
            ...options.cluster,
          },
        },
      ],
      users: [{ name: 'kind-admin', user: options.user ?? {} }],
    }),
  );
  return connect({ type: 'kubeconfig', path: file, context: options.context });
}

describe('createConnection by kubeconfig', () => {
  it('reads a token', async () => {
    const connection = await kubeconfig({ user: { token: 'hunter2' } });
    expect(connection.url.href).toBe('https://127.0.0.1:6443/');
    expect(connection.tls).toMatchObject({
      ca: 'the authority',
      skipVerification: false,
    });
    expect(await connection.credentials.getToken({ refresh: false })).toBe(
      'hunter2',
    );
  });

  it('reads a client certificate, from files that are relative to it', async () => {
    directory.addContent({ 'pki/crt': 'certificate', 'pki/key': 'key' });
    const connection = await kubeconfig({
      user: { 'client-certificate': 'pki/crt', 'client-key': './pki/key' },
      cluster: { 'tls-server-name': 'kubernetes' },
    });
    expect(connection.tls).toMatchObject({
      certificate: 'certificate',
      key: 'key',
      serverName: 'kubernetes',
    });
    expect(
      await connection.credentials.getToken({ refresh: false }),
    ).toBeUndefined();
  });

  it('reads the file of a token anew when the last one was refused', async () => {
    directory.addContent({ token: 'old\n' });
    const { credentials } = await kubeconfig({ user: { tokenFile: 'token' } });
    expect(await credentials.getToken({ refresh: false })).toBe('old');
    directory.addContent({ token: 'new\n' });
    expect(await credentials.getToken({ refresh: false })).toBe('old');
    expect(await credentials.getToken({ refresh: true })).toBe('new');
  });

  it.each([
    [{ user: { exec: { command: 'aws' } } }, 'runs a program'],
    [{ user: { 'auth-provider': {} } }, 'has an auth-provider'],
    [{ user: { username: 'a', password: 'hunter2' } }, 'a user name and'],
    [{ user: { token: 'hunter2', as: 'root' } }, 'impersonates another user'],
    [{ cluster: { 'proxy-url': 'http://proxy' } }, 'has a proxy-url'],
    [{ context: 'other' }, "has no context 'other'"],
    [{ context: 'lost' }, "has no context 'lost', or not its cluster"],
    [
      { user: { token: 'hunter2' }, cluster: { server: 'http://k8s:80' } },
      'anyone on the way could read the token',
    ],
    [
      { cluster: { server: 'https://a:hunter2@k8s' } },
      'an https address without credentials',
    ],
    [{ user: { 'client-key': 'missing' } }, 'missing does not exist'],
  ])('refuses %j with a sentence', async (options, message) => {
    const refusal = kubeconfig(options);
    await expect(refusal).rejects.toThrow(message);
    await expect(refusal).rejects.toThrow(/^Cluster eu-1 is not observed: /);
    await expect(refusal).rejects.not.toThrow('hunter2');
  });

  it('says that it is missing, or is none', async () => {
    const file = path.join(directory.path, 'other');
    await expect(connect({ type: 'kubeconfig', path: file })).rejects.toThrow(
      'other does not exist',
    );
    await fs.writeFile(file, '{a: [');
    await expect(connect({ type: 'kubeconfig', path: file })).rejects.toThrow(
      'other is not a kubeconfig',
    );
  });
});

describe('createConnection by address', () => {
  const address = {
    type: 'address',
    url: 'https://k8s.example.com',
    skipTLSVerify: false,
  } as const;

  it('uses a token and the authority of the kubernetes plugin', async () => {
    const connection = await connect({
      ...address,
      caData: base64('the authority'),
      credentials: { type: 'token', token: 'hunter2' },
    });
    expect(connection.tls).toEqual({
      ca: 'the authority',
      skipVerification: false,
    });
    expect(await connection.credentials.getToken({ refresh: true })).toBe(
      'hunter2',
    );
  });

  it.each(['google', 'oidc', 'aks'])(
    'refuses the strategy %s, which needs a person',
    async authProvider => {
      await expect(
        connect({
          ...address,
          credentials: { type: 'strategy', authProvider, authMetadata: {} },
        }),
      ).rejects.toThrow('acts for the person who looks');
    },
  );
});

describe('createConnection in the cluster', () => {
  it('uses the account of the pod', async () => {
    directory.addContent({ token: 'hunter2', 'ca.crt': 'the authority' });
    const connection = await connectInCluster({
      cluster: 'here',
      environment: {
        KUBERNETES_SERVICE_HOST: 'fd00::1',
        KUBERNETES_SERVICE_PORT: '443',
      },
      account: {
        tokenFile: path.join(directory.path, 'token'),
        caFile: path.join(directory.path, 'ca.crt'),
      },
    });
    expect(connection.url.href).toBe('https://[fd00::1]/');
    expect(connection.tls.ca).toBe('the authority');
    expect(await connection.credentials.getToken({ refresh: false })).toBe(
      'hunter2',
    );
  });

  it('says that the process does not run in one', async () => {
    await expect(
      connectInCluster({ cluster: 'here', environment: {} }),
    ).rejects.toThrow('does not run in a cluster');
  });
});
