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

import { readPlatform } from '../platform';
import { environmentSecrets } from './environmentSecrets';

const files = {
  'service-matrix.yaml': `system: shop
environments:
  - { name: dev }
  - name: prod
    services:
      mysql: { chart_source: external, host: db.example.com, secret: mysql-prod }
services:
  - { name: shipping, language: java, port: 8080, dependencies: [{ name: mysql, database: cities }] }
  - { name: web, port: 8080 }
  - { name: off, port: 8080 }
  - { name: mysql, engine: mysql }
`,
  'helm/shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'helm/shop/values.yaml': `web:
  env: { TOKEN: { secret: web, key: token }, PLAIN: text }
off: { enabled: false, existingSecret: never }
`,
  'helm/shop/values-prod.yaml': 'web: { existingSecret: web-prod }\n',
  'charts/web/values.yaml':
    'env: { OTHER: { secret: web, key: other } }\nexistingSecret: ""\nhooks:\n  admin: { env: { PASSWORD: { secret: web-admin, key: password }, PLAIN: text } }\n  off: { enabled: false, env: { PASSWORD: { secret: never, key: password } } }\n',
};

function secretsOf(name: string) {
  const platform = readPlatform({ files: new Map(Object.entries(files)) });
  const { matrix } = platform;
  if (!matrix) {
    throw new Error('The matrix cannot be read');
  }
  const environment = matrix.environments.find(it => it.name === name);
  return environmentSecrets({ platform, matrix, environment });
}

describe('environmentSecrets', () => {
  it('lists what backing services, their callers and values read', () => {
    expect(secretsOf('dev')).toEqual([
      {
        name: 'mysql',
        neededBy: ['mysql'],
        keys: { 'root-password': undefined },
      },
      {
        name: 'mysql-shipping',
        neededBy: ['shipping'],
        keys: { password: undefined },
      },
      {
        name: 'web',
        neededBy: ['web'],
        keys: { token: undefined, other: undefined },
      },
      {
        name: 'web-admin',
        neededBy: ['web'],
        keys: { password: undefined },
      },
    ]);
  });

  it('follows an environment that has its database elsewhere', () => {
    expect(
      secretsOf('prod').map(({ name, neededBy }) => [name, neededBy]),
    ).toEqual([
      ['mysql-prod', ['shipping']],
      ['web', ['web']],
      ['web-admin', ['web']],
      ['web-prod', ['web']],
    ]);
  });
});
