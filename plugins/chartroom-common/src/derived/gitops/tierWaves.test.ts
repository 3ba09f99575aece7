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

import { argocdOf } from '../__testUtils__/argocdOf';

function wavesOf(services: string): Record<string, string> {
  const { read, paths } = argocdOf({
    delivery: 'applications',
    matrix: `environments: [{ name: dev }]\nservices: ${services}\n`,
  });
  return Object.fromEntries(
    paths()
      .filter(path => path.startsWith('argocd/applications/'))
      .map(path => [
        path.slice('argocd/applications/'.length, -'.yaml'.length),
        read(path).metadata.annotations['argocd.argoproj.io/sync-wave'],
      ]),
  );
}

describe('the waves of tiers', () => {
  it('are those of the tiers that they depend on, and one more', () => {
    expect(
      wavesOf(
        '[{ name: web, tier: frontend, dependencies: [cart] }, { name: cart, tier: backend, port: 1, dependencies: [store, stock] }, { name: stock, tier: backend, port: 1 }, { name: store, engine: redis }, { name: other, tier: aside }]',
      ),
    ).toEqual({ frontend: '2', backend: '1', database: '0', aside: '0' });
  });

  it('leave out the edge that closes a circle', () => {
    expect(
      wavesOf(
        '[{ name: a, tier: one, port: 1, dependencies: [b] }, { name: b, tier: two, port: 1, dependencies: [a, c] }, { name: c, tier: three, port: 1 }]',
      ),
    ).toEqual({ one: '2', two: '1', three: '0' });
  });

  it('are found in a chain of a thousand tiers', () => {
    const chain = Array.from(
      { length: 1000 },
      (_, index) =>
        `{ name: s${index}, tier: t${index}, port: 1, dependencies: [${
          index < 999 ? `s${index + 1}` : ''
        }] }`,
    );
    expect(wavesOf(`[${chain.join(', ')}]`).t0).toBe('999');
  });
});
