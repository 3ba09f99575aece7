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

import path from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import Ajv from 'ajv/dist/2020';
import request from 'supertest';
import {
  startRobotShop,
  type RobotShop,
} from '../__testUtils__/startRobotShop';
import { chartroomPlugin } from '../plugin';
import { readOpenApi } from '../schema/readOpenApi';

jest.setTimeout(60_000);

const recording = path.resolve(__dirname, '../../../../examples/recorded/demo');
const services =
  'web catalogue user cart shipping payment ratings dispatch mongodb mysql redis rabbitmq'.split(
    ' ',
  );
const entities = services.map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    annotations: {
      'chartroom/platform': 'robot-shop',
      'chartroom/service': name,
    },
  },
  spec: {},
}));

describe('Robot Shop from a recorded cluster and a real repository', () => {
  let shop: RobotShop;
  let answer: any;
  beforeAll(async () => {
    shop = await startRobotShop();
    const { server } = await startTestBackend({
      features: [
        chartroomPlugin,
        catalogServiceMock.factory({ entities }),
        mockServices.rootConfig.factory({
          data: {
            ...shop.config,
            chartroom: {
              ...shop.config.chartroom,
              clusters: [{ name: 'demo', recording }],
            },
          },
        }),
      ],
    });
    for (let status = 503; status === 503; ) {
      await request(server).get('/api/chartroom/deployments');
      ({ status } = await request(server).get('/api/chartroom/health'));
    }
    ({ body: answer } = await request(server).get(
      '/api/chartroom/deployments',
    ));
  });
  afterAll(() => shop.close());

  const find = (service: string, environment: string) =>
    answer.items.find(
      (item: any) =>
        item.service === service && item.environment === environment,
    );

  it('has every service in every environment, and says that it is recorded', () => {
    expect(answer.items).toHaveLength(services.length * 3);
    expect(answer.items.every((item: any) => item.recorded)).toBe(true);
    expect(answer.items.some((item: any) => item.stale)).toBe(false);
  });

  it('shows an older version, a crash loop, a failed upgrade, and what is not deployed', () => {
    expect(find('shipping', 'prod')).toMatchObject({
      drift: 'behind',
      deployed: { source: 'helm', certainty: 'source' },
      health: { rollout: 'healthy', serving: 'serving' },
    });
    expect(find('payment', 'staging')).toMatchObject({
      health: {
        rollout: 'degraded',
        reasons: [expect.objectContaining({ container: 'payment' })],
      },
      helm: { status: 'failed', deployedRevision: expect.any(Number) },
    });
    expect(find('dispatch', 'prod').drift).toBe('not-deployed');
    expect(find('cart', 'dev').drift).toBe('in-sync');
  });

  it('answers as the document says', () => {
    const ajv = new Ajv({ strict: false });
    ajv.addSchema(readOpenApi(), 'openapi');
    const validate = ajv.getSchema(
      'openapi#/components/schemas/DeploymentsAnswer',
    );
    validate?.(answer);
    expect(ajv.errorsText(validate?.errors)).toBe('No errors');
  });
});
