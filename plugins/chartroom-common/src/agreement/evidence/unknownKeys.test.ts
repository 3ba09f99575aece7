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

import { unknownKeys } from './unknownKeys';

const schema = {
  properties: {
    image: { type: 'object', properties: { tag: {}, repository: {} } },
    ports: {
      additionalProperties: { properties: { port: {}, targetPort: {} } },
    },
    env: { additionalProperties: { type: 'string' } },
    resources: { type: 'object' },
    pullSecrets: { type: 'array', items: { properties: { name: {} } } },
  },
};

function found(values: unknown) {
  return unknownKeys({ values, schema, path: ['cart'] }).map(
    ({ path, nearest }) =>
      `${path.join('.')}${nearest ? ` -> ${nearest}` : ''}`,
  );
}

describe('unknownKeys', () => {
  it('finds keys at every depth, with what was meant', () => {
    expect(
      found({
        imagee: {},
        image: { tags: 'x', tag: 'y' },
        ports: { http: { pors: 1 } },
        pullSecrets: [{ name: 'a' }, { nme: 'b' }],
        toString: 1,
      }),
    ).toEqual([
      'cart.imagee -> image',
      'cart.image.tags -> tag',
      'cart.ports.http.pors -> port',
      'cart.pullSecrets.1.nme -> name',
      'cart.toString',
    ]);
  });

  it('leaves what the schema leaves open, and values of another kind', () => {
    expect(
      found({
        env: { ANY: 'x' },
        resources: { limits: { cpu: 1 } },
        ports: { http: 80 },
        image: 'text',
        pullSecrets: {},
      }),
    ).toEqual([]);
    expect(found(undefined)).toEqual([]);
  });

  it('leaves the keys that are excepted, at the top alone', () => {
    const values = { wiring: { a: 1 }, image: { wiring: 1 } };
    const except = new Set(['wiring']);
    expect(
      unknownKeys({ values, schema, path: [], except }).map(({ path }) => path),
    ).toEqual([['image', 'wiring']]);
  });
});
