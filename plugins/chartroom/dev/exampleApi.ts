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

import { NotFoundError } from '@backstage/errors';
import type { ChartroomApi, PlatformService } from '../src';
import { exampleDeployments } from './exampleDeployments';

const services: PlatformService[] = [
  ['web', 'nginx', 'frontend', 8080],
  ['catalogue', 'node', 'backend', 8080],
  ['user', 'node', 'backend', 8080],
  ['cart', 'node', 'backend', 8080],
  ['shipping', 'java', 'backend', 8080],
  ['payment', 'python', 'backend', 8080],
  ['ratings', 'php', 'backend', 80],
  ['dispatch', 'go', 'backend', undefined],
].map(([name, language, tier, port]) => ({
  name: name as string,
  kind: 'service',
  type: 'service',
  tier: tier as string,
  language: language as string,
  port: port as number | undefined,
}));

const backingServices: PlatformService[] = [
  ['mongodb', 'database', 27017],
  ['mysql', 'database', 3306],
  ['redis', 'database', 6379],
  ['rabbitmq', 'messaging', 5672],
].map(([name, tier, port]) => ({
  name: name as string,
  kind: 'backing-service',
  type: name as string,
  tier: tier as string,
  port: port as number,
}));

const platformUrl = 'http://localhost:7080/shop/robot-shop';

function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/**
 * Answers as the backend does, for work on the frontend alone.
 */
export const exampleApi: ChartroomApi = {
  async listPlatforms() {
    await wait(400);
    return [
      {
        name: 'robot-shop',
        system: 'robot-shop',
        owner: 'group:default/shop',
        url: platformUrl,
        mode: 'commit',
        languages: ['node', 'java', 'python', 'go', 'php'],
        publisher: 'portal',
      },
    ];
  },

  async getPlatform({ platform }) {
    await wait(400);
    return {
      name: platform,
      system: platform,
      url: platformUrl,
      services: [...services, ...backingServices],
      findings: [],
    };
  },

  async checkName({ platform, name }) {
    await wait(700);
    const isTaken = [...services, ...backingServices].some(
      service => service.name === name,
    );
    return isTaken
      ? {
          name,
          available: false,
          reason: `The name ${name} is taken by a service of ${platform}.`,
        }
      : { name, available: true };
  },

  async planService({ platform, service }) {
    await wait(900);
    const isCyclic = service.dependencies.some(({ name }) => name === 'web');
    return {
      baseCommit: '4be02f1c93a7d8e65b10f2c3d4e5f60718293a4b',
      planDigest: 'sha256:0c5f',
      findings: isCyclic
        ? [
            {
              rule: 'matrix-tier-order',
              severity: 'warning',
              file: 'service-matrix.yaml',
              line: 31,
              message: `${service.name} of tier backend calls web of tier frontend.`,
              fix: 'Let web call it instead, or write another tier.',
            },
          ]
        : [],
      files: [
        ...[
          'catalog-info.yaml',
          `charts/${service.name}/Chart.yaml`,
          `charts/${service.name}/values.yaml`,
          `charts/${service.name}/values.schema.json`,
          `charts/${service.name}/templates/service.yaml`,
          '.chartroom/service.yaml',
        ].map(path => ({
          repository: 'service' as const,
          path,
          kind: 'create' as const,
          diff: path.endsWith('Chart.yaml')
            ? `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1,4 @@\n+apiVersion: v2\n+name: ${service.name}\n+version: 0.1.0\n+appVersion: ""\n`
            : undefined,
        })),
        {
          repository: 'platform',
          path: 'service-matrix.yaml',
          kind: 'update',
          diff: [
            '--- a/service-matrix.yaml',
            '+++ b/service-matrix.yaml',
            '@@ -96,6 +96,12 @@',
            '     image: { repository: robotshop/rs-dispatch, tag: "2.1.0" }',
            '     dependencies:',
            '-      - { name: rabbitmq, env: { AMQP_HOST: "{host}" } }',
            '+      - { name: rabbitmq, env: { AMQP_HOST: "{host}", AMQP_PORT: "{port}" } }',
            `+  - name: ${service.name}`,
            `+    language: ${service.language}`,
            ...(service.port ? [`+    port: ${service.port}`] : []),
            `+    dependencies: [${service.dependencies
              .map(({ name }) => name)
              .join(', ')}]`,
          ].join('\n'),
        },
        {
          repository: 'platform',
          path: `helm/${platform}/Chart.yaml`,
          kind: 'update',
        },
        {
          repository: 'platform',
          path: `helm/${platform}/values.yaml`,
          kind: 'update',
        },
      ],
    };
  },

  async listDeployments({ entityRef }) {
    await wait(600);
    const answer = exampleDeployments[entityRef];
    if (!answer) {
      throw new NotFoundError(
        `No platform has a service that stands behind ${entityRef}; check its annotation chartroom/service.`,
      );
    }
    return answer;
  },

  async refreshDeployments() {
    await wait(600);
  },
};
