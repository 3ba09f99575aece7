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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

eachHelm('probes', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });
  const container = async values => (await render(values)).container();
  const ports = { http: 8080 };

  it('connects to the port unless a path is written', async () => {
    const { livenessProbe, readinessProbe } = await container({
      ports,
      probes: { readiness: { path: '/ready', periodSeconds: 5 } },
    });
    assert.deepEqual(livenessProbe, {
      tcpSocket: { port: 'http' },
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 3,
    });
    assert.deepEqual(readinessProbe, {
      httpGet: { path: '/ready', port: 'http' },
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 3,
    });
  });

  it('lets a slow start take five minutes, by the check of the liveness probe', async () => {
    const { startupProbe } = await container({
      ports,
      probes: { liveness: { path: '/health' } },
    });
    assert.deepEqual(startupProbe, {
      httpGet: { path: '/health', port: 'http' },
      periodSeconds: 5,
      timeoutSeconds: 3,
      failureThreshold: 60,
    });
  });

  it('asks a Java program less often while it starts, for the same five minutes', async () => {
    const java = async probes =>
      (await container({ language: 'java', ports, probes })).startupProbe;
    assert.deepEqual(await java({}), {
      tcpSocket: { port: 'http' },
      periodSeconds: 10,
      timeoutSeconds: 3,
      failureThreshold: 30,
    });
    const { periodSeconds, failureThreshold } = await java({
      startup: { failureThreshold: 60 },
    });
    assert.deepEqual([periodSeconds, failureThreshold], [10, 60]);
  });

  it('asks by gRPC at a number, that of the port grpc unless another is named', async () => {
    const { livenessProbe, readinessProbe, startupProbe } = await container({
      ports: { grpc: { port: 80, targetPort: 9090 }, admin: 8081, http: 8080 },
      probes: {
        liveness: { grpc: true },
        readiness: { grpc: true, port: 'admin' },
      },
    });
    assert.deepEqual(livenessProbe.grpc, { port: 9090 });
    assert.deepEqual(readinessProbe.grpc, { port: 8081 });
    assert.deepEqual(startupProbe.grpc, { port: 9090 });
    const numbered = await container({
      ports,
      probes: { startup: { grpc: true, port: 9091 } },
    });
    assert.deepEqual(numbered.startupProbe.grpc, { port: 9091 });
    assert.deepEqual(numbered.livenessProbe.tcpSocket, { port: 'http' });
    const main = await container({
      ports,
      probes: { readiness: { grpc: true } },
    });
    assert.deepEqual(main.readinessProbe.grpc, { port: 8080 });
  });

  it('connects to no port that speaks UDP', async () => {
    const udp = { port: 53, protocol: 'UDP' };
    const mixed = await container({ ports: { dns: udp, web: 8080 } });
    assert.deepEqual(mixed.livenessProbe.tcpSocket, { port: 'web' });
    const { livenessProbe } = await container({ ports: { dns: udp } });
    assert.equal(livenessProbe, undefined);
  });

  it('gives the startup probe a check of its own', async () => {
    const { startupProbe } = await container({
      ports,
      probes: {
        liveness: { enabled: false },
        startup: { command: ['ready'], failureThreshold: 10 },
      },
    });
    assert.deepEqual(startupProbe.exec, { command: ['ready'] });
    assert.equal(startupProbe.failureThreshold, 10);
  });

  it('leaves out what is switched off', async () => {
    const { livenessProbe, readinessProbe, startupProbe } = await container({
      ports,
      probes: { liveness: { enabled: false }, readiness: { enabled: false } },
    });
    assert.deepEqual(
      [livenessProbe, readinessProbe, startupProbe],
      [undefined, undefined, undefined],
    );
  });

  it('runs a command in a worker', async () => {
    const { livenessProbe, readinessProbe } = await container({
      probes: { liveness: { command: ['alive'], initialDelaySeconds: 7 } },
    });
    assert.deepEqual(livenessProbe.exec, { command: ['alive'] });
    assert.equal(livenessProbe.initialDelaySeconds, 7);
    assert.equal(readinessProbe, undefined);
  });

  it('asks the port that is named or numbered', async () => {
    const { livenessProbe, readinessProbe } = await container({
      ports: { api: 8080, metrics: 9090 },
      probes: { liveness: { port: 'metrics' }, readiness: { port: 8081 } },
    });
    assert.equal(livenessProbe.tcpSocket.port, 'metrics');
    assert.equal(readinessProbe.tcpSocket.port, 8081);
  });

  it('refuses a port that does not exist, and a path without a port', async () => {
    assert.equal(
      await refusal(
        render({ ports, probes: { readiness: { port: 'metrics' } } }),
      ),
      'catalogue: values: probes.readiness.port is "metrics", but ports holds http',
    );
    assert.equal(
      await refusal(render({ probes: { readiness: { path: '/ready' } } })),
      'catalogue: values: probes.readiness.path is "/ready", but the service has no port; write probes.readiness.command, or a port',
    );
    assert.equal(
      await refusal(render({ probes: { liveness: { grpc: true } } })),
      'catalogue: values: probes.liveness.grpc is true, but the service has no port; write probes.liveness.command, or a port',
    );
  });

  it('refuses two ways to ask at once', async () => {
    assert.equal(
      await refusal(
        render({
          ports,
          probes: { liveness: { grpc: true, path: '/health' } },
        }),
      ),
      'catalogue: values: probes.liveness has both path and grpc; keep one, the other is "" or false',
    );
  });
});
