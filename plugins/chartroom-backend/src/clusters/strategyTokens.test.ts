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

import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import * as strategies from '@backstage/plugin-kubernetes-backend';
import { strategyTokens } from './strategyTokens';

function tokens(options: {
  authProvider: string;
  authMetadata?: Record<string, string>;
  kubernetes?: { googleServiceAccountCredentials?: string };
  loadStrategies?: () => Promise<typeof strategies>;
}) {
  const { authProvider, authMetadata = {}, kubernetes = {} } = options;
  return strategyTokens({
    cluster: 'eu-1',
    url: 'https://k8s.example.com',
    credentials: { type: 'strategy', authProvider, authMetadata },
    config: new ConfigReader({ kubernetes }),
    logger: mockServices.logger.mock(),
    loadStrategies: async () => strategies,
    ...options,
  });
}

describe('strategyTokens', () => {
  it('signs a token for Amazon', async () => {
    const before = { ...process.env };
    process.env.AWS_ACCESS_KEY_ID = 'key';
    process.env.AWS_SECRET_ACCESS_KEY = 'hunter2';
    try {
      const source = await tokens({
        authProvider: 'aws',
        authMetadata: { 'kubernetes.io/x-k8s-aws-id': 'eu-1' },
      });
      const token = await source.getToken({ refresh: false });
      const signed = Buffer.from(
        token?.replace('k8s-aws-v1.', '') ?? '',
        'base64url',
      ).toString();
      expect(signed).toMatch(/^https:\/\/sts\..*x-k8s-aws-id/);
    } finally {
      process.env = before;
    }
  });

  it('says that a strategy gave nothing, and not what it said', async () => {
    const source = await tokens({
      authProvider: 'googleServiceAccount',
      kubernetes: { googleServiceAccountCredentials: 'hunter2 {' },
    });
    await expect(source.getToken({ refresh: false })).rejects.toThrow(
      "Cluster eu-1 is not observed: the authProvider 'googleServiceAccount' gave no credentials",
    );
  });

  it('refuses a strategy that it does not know', async () => {
    await expect(tokens({ authProvider: 'mine' })).rejects.toThrow(
      "'mine' is not known",
    );
    await expect(tokens({ authProvider: '' })).rejects.toThrow(
      'it has no authProvider',
    );
  });

  it('says which package is missing', async () => {
    await expect(
      tokens({
        authProvider: 'azure',
        loadStrategies: () => Promise.reject(new Error('not found')),
      }),
    ).rejects.toThrow('needs the package @backstage/plugin-kubernetes-backend');
  });
});
