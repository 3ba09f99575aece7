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

import os from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { readChartroomConfig } from './readChartroomConfig';

const read = (chartroom?: object, backend?: object) =>
  readChartroomConfig({
    config: new ConfigReader({ chartroom, backend } as never),
  });
const platform = {
  name: 'robot-shop',
  url: 'https://git.example.com/shop/rs/',
};

describe('readChartroomConfig', () => {
  it('is complete without any configuration', () => {
    expect(read()).toEqual({
      platforms: [],
      chartRepositories: [],
      helm: { binary: 'helm', required: true, timeoutMilliseconds: 60_000 },
      cacheDirectory: path.join(os.tmpdir(), 'chartroom'),
    });
  });

  it('fills in the defaults of a platform', () => {
    expect(read({ platforms: [platform] }).platforms).toEqual([
      {
        name: 'robot-shop',
        url: 'https://git.example.com/shop/rs',
        mode: 'commit',
        publisher: 'portal',
        catalogNamespace: 'default',
        visibility: 'private',
      },
    ]);
  });

  it('reads everything that is written', () => {
    const { chartRepositories, helm, cacheDirectory } = read({
      chartRepositories: [
        {
          url: 'http://localhost:7080/charts',
          username: 'chartroom',
          password: 's3cr3t',
          downloadHosts: ['github.com'],
        },
      ],
      helm: { binary: '/opt/helm', required: false, timeout: { minutes: 2 } },
      cacheDirectory: '/var/cache/chartroom',
    });
    expect(chartRepositories).toEqual([
      {
        url: 'http://localhost:7080/charts',
        username: 'chartroom',
        password: 's3cr3t',
        downloadHosts: ['github.com'],
      },
    ]);
    expect(helm).toEqual({
      binary: '/opt/helm',
      required: false,
      timeoutMilliseconds: 120_000,
    });
    expect(cacheDirectory).toBe('/var/cache/chartroom');
    expect(read({}, { workingDirectory: '/work' }).cacheDirectory).toBe(
      '/work/chartroom',
    );
  });

  it.each([
    [
      { platforms: [{ ...platform, url: 'git@example.com:a/b' }] },
      'chartroom.platforms[0].url is wrong: must be an http or https address',
    ],
    [
      {
        platforms: [
          { ...platform, url: 'https://me:s3cr3t@git.example.com/a/b' },
        ],
      },
      'chartroom.platforms[0].url is wrong: must not hold credentials',
    ],
    [
      { platforms: [{ ...platform, mode: 'push' }] },
      'chartroom.platforms[0].mode is wrong',
    ],
    [
      { platforms: [{ ...platform, name: 'Robot Shop' }] },
      'chartroom.platforms[0].name is wrong: must be lower case letters',
    ],
    [
      { platforms: [platform, platform] },
      'chartroom.platforms is wrong: must not hold one name twice',
    ],
    [
      { chartRepositories: [{ url: 'oci://registry.example.com/charts' }] },
      'chartroom.chartRepositories[0].url is wrong: must be an http or https address',
    ],
    [{ helm: { timeout: { centuries: 1 } } }, 'chartroom.helm.timeout'],
    [{ helm: { required: 'yes' } }, 'chartroom.helm.required is wrong'],
  ])('refuses %j', (config, message) => {
    expect(() => read(config)).toThrow(message);
    expect(() => read(config)).not.toThrow('s3cr3t');
  });
});
