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

import { cpSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { platformFolder } from '../__testUtils__/platformFolder';

// Helm renders each environment of two states.
jest.setTimeout(60_000);

const directory = createMockDirectory();
const { chartroom, edit } = platformFolder({ directory });
const helm = process.env.CHARTROOM_HELM ?? '';

function diff(...words: string[]) {
  return chartroom('diff', 'shop', '--base', 'base', '--helm', helm, ...words);
}

(helm ? describe : describe.skip)('chartroom diff', () => {
  beforeEach(async () => {
    directory.clear();
    await chartroom('init', 'shop', '--system', 'shop');
    await chartroom('add', 'service', 'cart', 'shop', '--port', '8080');
    for (const environment of ['dev', 'prod']) {
      await chartroom(
        ...['release', 'cart', 'shop', '--image-tag', '1'],
        ...['--environment', environment],
      );
    }
    cpSync(directory.resolve('shop'), directory.resolve('base'), {
      recursive: true,
    });
  });

  it('names the services whose pods restart, by environment', async () => {
    await chartroom('release', 'cart', 'shop', '--image-tag', '2');
    expect(await diff()).toEqual({
      code: 1,
      output: `dev:
  cart (Deployment) restarted: spec.containers[cart].image
staging: no pod restarts.
prod:
  cart (Deployment) restarted: spec.containers[cart].image
`,
      errors: '',
    });
  });

  it('says that the state before cannot be rendered, and for which environment', async () => {
    await edit(
      '../base/helm/shop/values-prod.yaml',
      () => 'cart:\n  enabled: true\n  replicsa: 2\n',
    );
    const { code, output, errors } = await diff();
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toMatch(
      /^chartroom: The environment prod cannot be rendered as it is in base: .*replicsa/s,
    );
  });

  it('says that the state after cannot be rendered, and for which environment', async () => {
    await edit('helm/shop/values.yaml', text =>
      text.replace('cart:\n', 'cart:\n  replicsa: 2\n'),
    );
    const { code, errors } = await diff();
    expect(code).toBe(2);
    expect(errors).toMatch(
      /^chartroom: The environment dev cannot be rendered as it is in shop: /,
    );
  });

  it('says which state has no umbrella', async () => {
    await edit('../base/service-matrix.yaml', () => 'services: []\n');
    await edit('../base/helm/shop/Chart.yaml', () => '{');
    const { code, errors } = await diff();
    expect(code).toBe(2);
    expect(errors).toContain('cannot be rendered as it is in base: ');
  });
});
