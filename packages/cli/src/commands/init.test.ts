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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { platformFolder } from '../__testUtils__/platformFolder';

const directory = createMockDirectory();
const { chartroom, files } = platformFolder({ directory });

function init(...words: string[]) {
  return chartroom('init', 'shop', '--system', 'shop', ...words);
}

async function domains() {
  const matrix = parse((await files())['service-matrix.yaml']);
  return matrix.environments.map((it: { domain?: string }) => it.domain);
}

describe('chartroom init --domain', () => {
  beforeEach(() => directory.clear());

  it('gives each environment a domain of its own, so that a service can be exposed', async () => {
    expect(await init('--domain', 'example.com')).toMatchObject({ code: 0 });
    expect(await domains()).toEqual([
      'dev.example.com',
      'staging.example.com',
      'prod.example.com',
    ]);
    const words = ['add', 'service', 'web', 'shop', '--port', '80'];
    expect(await chartroom(...words, '--exposed')).toMatchObject({
      code: 0,
      errors: '',
    });
    expect(await chartroom('check', 'shop')).toMatchObject({ code: 0 });
  });

  it('gives one environment the domain that is named for it', async () => {
    await init('--domain', 'example.com', '--domain', 'prod=example.org');
    expect(await domains()).toEqual([
      'dev.example.com',
      'staging.example.com',
      'example.org',
    ]);
  });

  it('writes no domain that nobody gave', async () => {
    await init('--domain', 'dev=dev.example.com');
    expect(await domains()).toEqual(['dev.example.com', undefined, undefined]);
  });

  it('says which environment was meant', async () => {
    expect(await init('--domain', 'pord=example.com')).toEqual({
      code: 2,
      output: '',
      errors:
        'chartroom: There is no environment pord; the matrix has dev, staging, prod. Did you mean prod?\n',
    });
    expect(directory.content()).toEqual({});
  });

  it.each(['ex ample', 'https://example.com', ''])(
    'writes nothing for the domain %j, and names no line of what is not there',
    async domain => {
      const { code, output } = await init('--domain', `dev=${domain}`);
      expect(code).toBe(1);
      expect(output).toMatch(
        /^service-matrix\.yaml: error: environment "dev": domain must be a host name/,
      );
      expect(output).toMatch(/^Nothing was written\.$/m);
      expect(directory.content()).toEqual({});
    },
  );
});
