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

import { mockCredentials } from '@backstage/backend-test-utils';
import { deploymentId } from '@chartroom/backstage-plugin-chartroom-common';
import Ajv from 'ajv/dist/2020';
import express, { type Router } from 'express';
import request from 'supertest';
import { component, startShop } from '../__testUtils__/startShop';
import { writeRecording } from '../__testUtils__/writeRecording';
import { shopFiles, writtenPlatforms } from '../__testUtils__/writtenPlatforms';
import { createRouter } from '../router';
import { readOpenApi } from './readOpenApi';

jest.setTimeout(60_000);

const document = readOpenApi();
const ajv = new Ajv({ strict: false, allErrors: true });
ajv.addSchema(document, 'openapi');

const verbs = ['get', 'put', 'post', 'delete', 'patch'];
const documented = Object.entries(document.paths)
  .flatMap(([path, item]) =>
    Object.keys(item)
      .filter(verb => verbs.includes(verb))
      .map(verb => `${verb} ${path}`),
  )
  .sort();

/** Every route of a router and of those that it mounts, with parameters as OpenAPI writes them. */
function routesOf(router: Router): string[] {
  return router.stack.flatMap((layer: any) => {
    if (layer.route) {
      const path = layer.route.path.replace(/:(\w+)/g, '{$1}');
      return Object.keys(layer.route.methods).map(verb => `${verb} ${path}`);
    }
    return layer.handle.stack ? routesOf(layer.handle) : [];
  });
}

it('documents every route, and no other', () => {
  const router = createRouter({ services: {} } as any);
  expect(express().use(router)).toBeDefined();
  expect(routesOf(router).sort()).toEqual(documented);
});

/** What the document says of an answer; undefined: that it has no body. */
function schemaOf(options: { route: string; status: number }) {
  const [verb, path] = options.route.split(' ');
  const pointer = (...words: string[]) =>
    words
      .map(word => word.replaceAll('~', '~0').replaceAll('/', '~1'))
      .map(encodeURIComponent)
      .join('/');
  const { responses } = document.paths[path][verb] as any;
  const status = responses[options.status] ? `${options.status}` : 'default';
  const answer = responses[status];
  if (answer.$ref) {
    return `openapi${answer.$ref}/content/${pointer(
      'application/json',
    )}/schema`;
  }
  return answer.content
    ? `openapi#/${pointer(
        'paths',
        path,
        verb,
        'responses',
        status,
        'content',
        'application/json',
        'schema',
      )}`
    : undefined;
}

describe('answers are as the document says', () => {
  const id = deploymentId({
    cluster: 'eu-1',
    namespace: 'shop-dev',
    release: 'shop',
    service: 'cart',
  });
  const operation = {
    id: 'op-wishlist-1',
    kind: 'create-service',
    platform: 'shop',
    subject: 'wishlist',
    digest: 'sha256:aa',
    createdBy: 'user:default/ada',
  };
  const effects = `/operations/${operation.id}/effects`;
  const target = { kind: 'repository', url: 'https://git.example.com/a' };
  const wishlist = {
    kind: 'create-service',
    service: {
      name: 'wishlist',
      description: 'Keeps what people want',
      owner: 'group:default/shop',
      language: 'node',
      port: 8080,
      exposed: false,
      dependencies: [],
    },
  };

  const calls: Array<{
    route: string;
    url: string;
    status: number;
    body?: object;
    by?: 'service' | 'nobody';
  }> = [
    { route: 'get /health', url: '/health', status: 200, by: 'nobody' },
    { route: 'get /openapi.json', url: '/openapi.json', status: 200 },
    { route: 'get /platforms', url: '/platforms', status: 200 },
    { route: 'get /platforms', url: '/platforms', status: 401, by: 'nobody' },
    {
      route: 'get /platforms/{platform}',
      url: '/platforms/shop',
      status: 200,
    },
    {
      route: 'get /platforms/{platform}',
      url: '/platforms/nowhere',
      status: 404,
    },
    {
      route: 'get /platforms/{platform}/names/{name}',
      url: '/platforms/shop/names/cart',
      status: 200,
    },
    {
      route: 'post /plan',
      url: '/plan',
      body: { platform: 'shop', operation: wishlist },
      status: 200,
    },
    { route: 'post /plan', url: '/plan', body: {}, status: 400 },
    { route: 'get /deployments', url: '/deployments?limit=1', status: 200 },
    {
      route: 'get /deployments',
      url: '/deployments?entityRef=component:default/cart',
      status: 200,
    },
    { route: 'get /deployments', url: '/deployments?drift=x', status: 400 },
    {
      route: 'get /deployments/{id}/revisions',
      url: `/deployments/${id}/revisions`,
      status: 200,
    },
    {
      route: 'get /deployments/{id}/revisions',
      url: '/deployments/nonsense/revisions',
      status: 404,
    },
    {
      route: 'get /deployments/{id}/values',
      url: `/deployments/${id}/values`,
      status: 200,
    },
    {
      route: 'get /deployments/{id}/revisions/{a}/diff/{b}',
      url: `/deployments/${id}/revisions/1/diff/1`,
      status: 200,
    },
    { route: 'get /clusters', url: '/clusters', status: 200 },
    { route: 'post /refresh', url: '/refresh', body: {}, status: 200 },
    {
      route: 'post /operations',
      url: '/operations',
      body: operation,
      by: 'service',
      status: 200,
    },
    { route: 'post /operations', url: '/operations', body: {}, status: 403 },
    {
      route: 'get /operations',
      url: '/operations?platform=shop&subject=wishlist&state=running',
      by: 'service',
      status: 200,
    },
    {
      route: 'put /operations/{id}/effects/{key}',
      url: `${effects}/repository`,
      body: { state: 'done', target },
      by: 'service',
      status: 204,
    },
    { route: 'get /operations/{id}/effects', url: effects, status: 200 },
    {
      route: 'post /operations/{id}/undo',
      url: `/operations/${operation.id}/undo`,
      by: 'service',
      status: 200,
    },
    {
      route: 'post /operations/{id}/finish',
      url: `/operations/${operation.id}/finish`,
      body: { state: 'undone' },
      by: 'service',
      status: 204,
    },
  ];

  const authorization = (by: 'service' | 'nobody' | undefined) => {
    switch (by) {
      case 'service':
        return mockCredentials.service.header({
          onBehalfOf: mockCredentials.service('plugin:scaffolder'),
          targetPluginId: 'chartroom',
        });
      case 'nobody':
        return mockCredentials.none.header();
      default:
        return mockCredentials.user.header();
    }
  };

  it('for every route', async () => {
    const recording = await writeRecording();
    const { server } = await startShop({
      platforms: writtenPlatforms({ shop: shopFiles, 'shop@v1': shopFiles }),
      entities: [component('cart'), component('web')],
      config: {
        chartroom: {
          clusters: [{ name: 'eu-1', recording: recording.directory }],
        },
      },
    });
    for (let status = 503; status === 503; ) {
      await request(server).get('/api/chartroom/deployments');
      ({ status } = await request(server).get('/api/chartroom/health'));
    }
    const found = new Array<string>();
    for (const { route, url, status, body, by } of calls) {
      const [verb] = route.split(' ');
      const call = request(server)[verb as 'get'](`/api/chartroom${url}`);
      const answer = await call
        .set('authorization', authorization(by))
        .send(body);
      if (answer.status !== status) {
        found.push(`${route}: ${answer.status} ${answer.text}`);
        continue;
      }
      const schema = schemaOf({ route, status });
      const validate = schema === undefined ? undefined : ajv.getSchema(schema);
      if (schema !== undefined && !validate?.(answer.body)) {
        found.push(`${route}: ${ajv.errorsText(validate?.errors)}`);
      }
    }
    await recording.remove();
    expect(found).toEqual([]);
    expect([...new Set(calls.map(({ route }) => route))].sort()).toEqual(
      documented,
    );
  });
});
