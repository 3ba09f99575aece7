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

import { deploymentId } from '@chartroom/backstage-plugin-chartroom-common';
import request from 'supertest';
import { component, startShop } from '../__testUtils__/startShop';
import { writeRecording } from '../__testUtils__/writeRecording';
import { shopFiles, writtenPlatforms } from '../__testUtils__/writtenPlatforms';

jest.setTimeout(60_000);

let recording: Awaited<ReturnType<typeof writeRecording>>;
beforeAll(async () => {
  recording = await writeRecording();
});
afterAll(() => recording.remove());

async function start(options: Partial<Parameters<typeof startShop>[0]> = {}) {
  const { server, audited } = await startShop({
    platforms: writtenPlatforms({ shop: shopFiles, 'shop@v1': shopFiles }),
    entities: [component('cart'), component('web')],
    config: {
      chartroom: {
        clusters: [{ name: 'eu-1', recording: recording.directory }],
      },
    },
    ...options,
  });
  // The recording is read after the start
  for (let status = 503; status === 503; ) {
    await request(server).get('/api/chartroom/deployments');
    ({ status } = await request(server).get('/api/chartroom/health'));
  }
  const id = deploymentId({
    cluster: 'eu-1',
    namespace: 'shop-dev',
    release: 'shop',
    service: 'cart',
  });
  const get = (rest: string, query = {}, of = id) =>
    request(server)
      .get(`/api/chartroom/deployments/${of}/${rest}`)
      .query(query);
  return { get, audited, id };
}

describe('revisions', () => {
  it('are listed, the newest first', async () => {
    const { get } = await start();
    const { status, body } = await get('revisions');
    expect(status).toBe(200);
    expect(body.items).toEqual([
      expect.objectContaining({ revision: 2, status: 'deployed' }),
      expect.objectContaining({ revision: 1, status: 'superseded' }),
    ]);
  });

  it.each([
    ['nonsense', 404],
    [deploymentId({ cluster: 'eu-1', namespace: 'x', service: 'cart' }), 404],
    [
      // Not deployed in prod: nothing says which release it would be
      deploymentId({ cluster: 'eu-1', namespace: 'shop', service: 'cart' }),
      404,
    ],
  ])('are not there for %s', async (id, expected) => {
    const { get } = await start();
    expect((await get('revisions', {}, id)).status).toBe(expected);
  });

  it('are not there for someone who may not see the service, and refused without the permission', async () => {
    const hidden = await start({ entities: [component('web')] });
    expect((await hidden.get('revisions')).status).toBe(404);
    const refused = await start({
      allow: permission => permission !== 'chartroom.deployment.read',
    });
    expect((await refused.get('revisions')).status).toBe(403);
  });
});

describe('values', () => {
  it('are those of the service alone, redacted, and whoever looks is in the audit log', async () => {
    const { get, audited, id } = await start();
    const { status, body, headers, text } = await get('values');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      revision: 2,
      status: 'deployed',
      redacted: true,
      chart: { name: 'shop', version: '0.1.0' },
      values: {
        cart: { replicas: 3, password: expect.stringMatching(/^«redacted /) },
        global: { domain: 'example.com' },
      },
      defaults: { cart: { replicas: 1 } },
    });
    expect(Object.keys(body.values)).toEqual(['cart', 'global']);
    expect(body.manifest).toContain('kind: Deployment');
    expect(body.manifest).not.toContain('name: web');
    expect(text).not.toContain(recording.password);
    expect(headers['cache-control']).toBe('no-store');
    expect(audited).toEqual([
      `values-read ${JSON.stringify({
        id,
        revision: 'serving',
        redacted: 'true',
      })}`,
      'values-read succeeded',
    ]);
  });

  it('of an earlier revision can be asked for', async () => {
    const { get } = await start();
    const { body } = await get('values', { revision: 1 });
    expect(body).toMatchObject({
      revision: 1,
      values: { cart: { replicas: 1 } },
    });
    expect((await get('values', { revision: 7 })).status).toBe(404);
    expect((await get('values', { revision: 'x' })).status).toBe(400);
  });

  it('are shown unredacted only with the permission for that', async () => {
    const allowed = await start();
    const { body } = await allowed.get('values', { unredacted: 'true' });
    expect(body).toMatchObject({
      redacted: false,
      values: { cart: { password: `${recording.password}-2` } },
    });
    expect(allowed.audited[0]).toContain('"redacted":"false"');

    const refused = await start({
      allow: permission => permission !== 'chartroom.values.read-unredacted',
    });
    const answer = await refused.get('values', { unredacted: 'true' });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toContain(
      'chartroom.values.read-unredacted',
    );
    expect(refused.audited[1]).toBe('values-read failed');
  });

  it('are refused without the permission', async () => {
    const { get } = await start({
      allow: permission => permission !== 'chartroom.values.read',
    });
    expect((await get('values')).status).toBe(403);
  });
});

describe('the difference of two revisions', () => {
  it('is told object by object, and shows that a secret changed without saying it', async () => {
    const { get, audited } = await start();
    const { status, body, text } = await get('revisions/1/diff/2');
    expect(status).toBe(200);
    expect(body).toMatchObject({ from: 1, to: 2, redacted: true });
    expect(
      body.objects.map((it: any) => `${it.change} ${it.kind} ${it.name}`),
    ).toEqual(['changed Secret cart', 'changed Deployment cart']);
    expect(body.objects[1].diff).toContain('-  replicas: 1\n+  replicas: 3');
    expect(body.values).toMatch(/^-.*«redacted .*\n(.*\n)*\+.*«redacted /m);
    expect(text).not.toContain(recording.password);
    expect(audited[0]).toMatch(/^values-diff .*"from":"1","to":"2"/);
  });

  it('is refused without the permission, and for what is no revision', async () => {
    const { get } = await start({
      allow: permission => permission !== 'chartroom.values.read',
    });
    expect((await get('revisions/1/diff/2')).status).toBe(403);
    expect((await get('revisions/1/diff/-2')).status).toBe(400);
    expect((await get('revisions/1/diff/2', { colour: 1 })).status).toBe(400);
  });
});
