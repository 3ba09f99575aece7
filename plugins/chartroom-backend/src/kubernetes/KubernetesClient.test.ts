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

import selfsigned from 'selfsigned';
import { serveKubernetes } from './__fixtures__/serveKubernetes';
import type { ClusterConnection } from './ClusterConnection';
import type { CollectorMetrics } from './CollectorMetrics';
import { KubernetesClient } from './KubernetesClient';
import { requestJson } from './requestJson';

const ends = new Array<() => Promise<void>>();

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) {
    await end();
  }
});

async function setUp(
  options: {
    server?: Parameters<typeof serveKubernetes>[0];
    tls?: Partial<ClusterConnection['tls']>;
  } = {},
) {
  const server = await serveKubernetes(options.server);
  const requested = new Array<string>();
  let bytes = 0;
  const metrics: CollectorMetrics = {
    requested: ({ verb, resource, outcome }) =>
      requested.push(`${verb} ${resource} ${outcome}`),
    received: received => {
      bytes += received.bytes;
    },
    decoded() {},
    confirmed() {},
  };
  const client = KubernetesClient.create({
    cluster: 'eu-1',
    metrics,
    connect: async () => ({
      cluster: 'eu-1',
      url: new URL(server.url),
      tls: { skipVerification: false, ...options.tls },
      credentials: { getToken: async () => 'hunter2' },
    }),
  });
  ends.push(
    () => server.stop(),
    () => client.reset(),
  );
  const get = (
    path: string,
    times: { signal?: AbortSignal; deadlineMilliseconds?: number } = {},
  ) =>
    requestJson({
      client,
      request: {
        resource: 'pods',
        path,
        deadlineMilliseconds: 4_000,
        idleMilliseconds: 200,
        signal: new AbortController().signal,
        ...times,
      },
      maximumBytes: 1_000_000,
    });
  return { server, client, get, requested, bytes: () => bytes };
}

describe('KubernetesClient', () => {
  it('unpacks what is packed, and counts what went over the network', async () => {
    const { server, get, requested, bytes } = await setUp();
    server.put('/pods', {
      metadata: { name: 'a', namespace: 'shop' },
      text: 'x'.repeat(100_000),
    });
    expect(await get('/api/v1/pods')).toMatchObject({
      items: [{ text: 'x'.repeat(100_000) }],
    });
    expect(requested).toEqual(['get pods ok']);
    expect(bytes()).toBeGreaterThan(100);
    expect(bytes()).toBeLessThan(5_000);
  });

  it('waits no longer than its limit for an answer, or for the rest of it', async () => {
    const { server, get, requested } = await setUp();
    server.intercept = () => true;
    await expect(get('/api/v1/pods')).rejects.toThrow(
      'Cluster eu-1 cannot be reached: it did not answer in time',
    );
    server.intercept = (_request, response) => {
      response.writeHead(200);
      response.write('{');
      return true;
    };
    await expect(get('/api/v1/pods')).rejects.toThrow(
      'Cluster eu-1 cannot be reached: it fell silent',
    );
    server.intercept = (_request, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write(' '), 20);
      response.on('close', () => clearInterval(timer));
      return true;
    };
    await expect(
      get('/api/v1/pods', { deadlineMilliseconds: 300 }),
    ).rejects.toThrow('it did not answer in time');
    expect(requested.slice(1)).toEqual(['get pods ok', 'get pods ok']);
  });

  it('says that an answer is cut off', async () => {
    const { server, get } = await setUp();
    server.intercept = (_request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('{');
      setTimeout(() => response.destroy(), 20);
      return true;
    };
    await expect(get('/api/v1/pods')).rejects.toThrow(
      'Cluster eu-1 cannot be reached: the connection was cut',
    );
  });

  it('sends few requests at once', async () => {
    const { server, get } = await setUp();
    let running = 0;
    let most = 0;
    server.intercept = (_request, response) => {
      running += 1;
      most = Math.max(most, running);
      setTimeout(() => {
        running -= 1;
        response.end('{}');
      }, 20);
      return true;
    };
    await Promise.all(Array.from({ length: 60 }, () => get('/api/v1/pods')));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(16);
  });

  it('ends a request at once when it is no longer wanted', async () => {
    const { server, get } = await setUp();
    const stop = new AbortController();
    server.intercept = () => {
      stop.abort(new Error('no longer wanted'));
      return true;
    };
    await expect(get('/api/v1/pods', { signal: stop.signal })).rejects.toThrow(
      'no longer wanted',
    );
  });

  describe('over TLS', () => {
    const pems = selfsigned.generate([{ name: 'commonName', value: 'k8s' }], {
      algorithm: 'sha256',
      keySize: 2048,
      extensions: [
        { name: 'basicConstraints', cA: true },
        {
          name: 'subjectAltName',
          altNames: [{ type: 7, ip: '127.0.0.1' }],
        },
      ],
    });
    const server = { key: pems.private, cert: pems.cert };

    it('trusts the authority that it is given', async () => {
      const { get } = await setUp({ server, tls: { ca: pems.cert } });
      expect(await get('/version')).toEqual({ major: '1' });
    });

    it('says what to do where it trusts no authority, and sends nothing', async () => {
      const { get, server: served } = await setUp({ server });
      await expect(get('/version')).rejects.toThrow(
        'Cluster eu-1 cannot be reached: its certificate is signed by no authority that is trusted: give the authority as caData or caFile',
      );
      expect(served.requests).toEqual([]);
    });

    it('asks for no proof where that is configured', async () => {
      const { get } = await setUp({
        server,
        tls: { skipVerification: true },
      });
      expect(await get('/version')).toEqual({ major: '1' });
    });

    it('refuses a certificate for another name', async () => {
      const { get } = await setUp({
        server,
        tls: { ca: pems.cert, serverName: 'other.example.com' },
      });
      await expect(get('/version')).rejects.toThrow(
        'its certificate is for another host',
      );
    });

    it('shows its own certificate', async () => {
      const shown = {
        ...server,
        requestCert: true,
        rejectUnauthorized: true,
        ca: pems.cert,
      };
      const { get: without } = await setUp({
        server: shown,
        tls: { ca: pems.cert },
      });
      await expect(without('/version')).rejects.toThrow('cannot be reached');
      const { get } = await setUp({
        server: shown,
        tls: {
          ca: pems.cert,
          certificate: pems.cert,
          key: pems.private,
        },
      });
      expect(await get('/version')).toEqual({ major: '1' });
    });
  });
});
