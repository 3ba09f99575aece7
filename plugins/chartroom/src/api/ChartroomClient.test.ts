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

import { mockApis } from '@backstage/frontend-test-utils';
import { ChartroomClient } from './ChartroomClient';

function createClient(answer: { status?: number; body: unknown }) {
  const requests: Array<{ url: string; init?: RequestInit }> = [];
  const fetchApi = mockApis.fetch({
    baseImplementation: async (url, init) => {
      requests.push({ url: String(url), init });
      const { status = 200, body } = answer;
      return {
        ok: status < 400,
        status,
        statusText: 'Bad Request',
        headers: new Headers({ 'content-type': 'application/json' }),
        json: async () => body,
        text: async () => JSON.stringify(body),
      } as Response;
    },
  });
  return { client: new ChartroomClient({ fetchApi }), requests };
}

describe('ChartroomClient', () => {
  it('lists platforms', async () => {
    const { client, requests } = createClient({
      body: { items: [{ name: 'robot-shop' }] },
    });
    await expect(client.listPlatforms()).resolves.toEqual([
      { name: 'robot-shop' },
    ]);
    expect(requests[0].url).toBe('plugin://chartroom/platforms');
  });

  it('reads a platform by its name, whatever is in it', async () => {
    const { client, requests } = createClient({ body: { services: [] } });
    await client.getPlatform({ platform: 'a/../b' });
    expect(requests[0].url).toBe('plugin://chartroom/platforms/a%2F..%2Fb');
  });

  it('asks for a name with and without an owner', async () => {
    const { client, requests } = createClient({ body: { available: true } });
    await client.checkName({ platform: 'robot-shop', name: 'x?y' });
    await client.checkName({
      platform: 'robot-shop',
      name: 'cart',
      owner: 'group:default/shop',
    });
    expect(requests.map(({ url }) => url)).toEqual([
      'plugin://chartroom/platforms/robot-shop/names/x%3Fy',
      'plugin://chartroom/platforms/robot-shop/names/cart?owner=group%3Adefault%2Fshop',
    ]);
  });

  it('sends the operation whose plan it wants', async () => {
    const { client, requests } = createClient({ body: { files: [] } });
    const service = {
      name: 'recommendations',
      description: '',
      owner: 'group:default/shop',
      language: 'node',
      exposed: false,
      dependencies: [{ name: 'redis' }],
    };
    await client.planService({ platform: 'robot-shop', service });
    expect(requests[0].url).toBe('plugin://chartroom/plan');
    expect(requests[0].init?.method).toBe('POST');
    expect(JSON.parse(String(requests[0].init?.body))).toEqual({
      platform: 'robot-shop',
      operation: { kind: 'create-service', service },
    });
  });

  it('lists the deployments of an entity', async () => {
    const answer = { items: [], clusters: [] };
    const { client, requests } = createClient({ body: answer });
    await expect(
      client.listDeployments({ entityRef: 'component:default/cart' }),
    ).resolves.toEqual(answer);
    expect(requests[0].url).toBe(
      'plugin://chartroom/deployments?entityRef=component%3Adefault%2Fcart',
    );
  });

  it('has what git wants read again', async () => {
    const { client, requests } = createClient({ status: 202, body: '' });
    await client.refreshDeployments({ platform: 'robot-shop' });
    expect(requests[0].url).toBe('plugin://chartroom/refresh');
    expect(requests[0].init?.method).toBe('POST');
    expect(JSON.parse(String(requests[0].init?.body))).toEqual({
      platform: 'robot-shop',
    });
  });

  it('throws what the server said', async () => {
    const { client } = createClient({
      status: 400,
      body: {
        error: { name: 'InputError', message: 'No platform is called x.' },
        response: { statusCode: 400 },
      },
    });
    await expect(client.getPlatform({ platform: 'x' })).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'InputError', message: 'No platform is called x.' },
    });
  });
});
