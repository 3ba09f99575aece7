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

import { ConfigReader } from '@backstage/config';
import { readLocalForgeConfig } from './readLocalForgeConfig';

function read(localForge: any) {
  return readLocalForgeConfig({ config: new ConfigReader({ localForge }) });
}

describe('readLocalForgeConfig', () => {
  it('is nothing without the section', () => {
    const config = new ConfigReader({});
    expect(readLocalForgeConfig({ config })).toBeUndefined();
  });

  it('has a port of its own', () => {
    expect(read({ directory: 'state', token: 'x' })).toEqual({
      port: 7080,
      directory: 'state',
      token: 'x',
    });
  });

  it('reads the seed', () => {
    const seed = {
      owner: 'shop',
      platforms: [{ repository: 'robot-shop', directory: 'examples' }],
    };
    expect(read({ directory: 'state', token: 'x', seed })).toMatchObject({
      seed: { ...seed, charts: [] },
    });
  });

  it.each([
    [{ directory: 'state' }, 'localForge.token: '],
    [{ directory: 'state', token: '' }, 'localForge.token: must not be empty'],
    [{ token: 'x' }, 'localForge.directory: '],
    [{ directory: 'state', token: 'x', port: 70_000 }, 'localForge.port: '],
    [{ directory: 's', token: 'x', seed: {} }, 'localForge.seed.owner: '],
    [
      { directory: 's', token: 'x', seed: { owner: '../x' } },
      'localForge.seed.owner: must be of letters',
    ],
  ])('refuses %j', (section, message) => {
    expect(() => read(section)).toThrow(message);
  });
});
