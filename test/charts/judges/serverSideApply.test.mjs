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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serverSideApply } from '../../support/judges/serverSideApply.mjs';
import { deployment, manifests } from '../support/manifests.mjs';

const skip = !process.env.CHARTROOM_SERVER_SIDE_APPLY && 'it is absent';

describe('server-side apply', { skip }, () => {
  const judge = (...objects) =>
    serverSideApply({ manifests: manifests(...objects) });

  it('accepts what an API server would', async () => {
    assert.deepEqual(await judge(deployment()), {
      refusals: [],
      unknownKinds: [],
    });
  });

  it('refuses a variable that is set twice', async () => {
    const env = ['1', '2'].map(value => ({ name: 'A', value }));
    const { refusals } = await judge(deployment({ container: { env } }));
    assert.deepEqual(refusals, [
      'Deployment cart: .spec.template.spec.containers[name="cart"].env: duplicate entries for key [name="A"]',
    ]);
  });

  // The converter ends at the first such field of an object, whichever that is.
  it('refuses fields that the kind does not have', async () => {
    const { refusals } = await judge(
      deployment({ pod: { host: 'a' } }),
      deployment({ container: { imagePolicy: 'Always' } }),
    );
    assert.deepEqual(refusals, [
      'Deployment cart: .spec.template.spec.host: field not declared in schema',
      'Deployment cart: .spec.template.spec.containers[name="cart"].imagePolicy: field not declared in schema',
    ]);
  });

  it('says which kinds it does not know', async () => {
    const route = {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'HTTPRoute',
      metadata: { name: 'cart' },
    };
    assert.deepEqual(await judge(route, deployment(), route), {
      refusals: [],
      unknownKinds: ['HTTPRoute'],
    });
  });

  it('refuses what is no object', async () => {
    await assert.rejects(
      judge({ kind: 'Pod' }),
      /has no kind or no apiVersion/,
    );
  });
});
