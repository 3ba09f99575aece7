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
import { kubeScore } from '../../support/judges/kubeScore.mjs';
import { deployment, manifests } from '../support/manifests.mjs';

const skip = !process.env.CHARTROOM_KUBE_SCORE && 'it is absent';

describe('kube-score', { skip }, () => {
  const text = manifests(
    deployment({ container: { image: 'shop/cart' } }),
    deployment({ name: 'user' }),
  );
  const tags = async exceptions => {
    const { violations, excepted } = await kubeScore({
      manifests: text,
      exceptions,
    });
    return {
      excepted,
      violations: violations.filter(line =>
        /: container-image-tag:/.test(line),
      ),
    };
  };
  const exception = { check: 'container-image-tag', because: 'of the test' };
  const sentence =
    'Deployment cart: container-image-tag: cart Image with latest tag';

  it('says what an object fails, and of which only', async () => {
    assert.deepEqual(await tags([]), { violations: [sentence], excepted: [] });
  });

  it('tells which exceptions were needed', async () => {
    const idle = { check: 'service-type', because: 'nothing needs it' };
    assert.deepEqual(await tags([exception, idle]), {
      violations: [],
      excepted: [exception],
    });
  });

  it('excepts only what an exception covers', async () => {
    const covers = ({ metadata }) => metadata.name === 'user';
    assert.deepEqual(await tags([{ ...exception, covers }]), {
      violations: [sentence],
      excepted: [],
    });
  });

  it('does not let a chart silence it', async () => {
    const object = deployment({ container: { image: 'shop/cart' } });
    object.metadata.annotations = {
      'kube-score/ignore': 'container-image-tag',
    };
    const { violations } = await kubeScore({ manifests: manifests(object) });
    assert.ok(violations.includes(sentence), violations.join('\n'));
  });

  it('fails on manifests that it cannot read', async () => {
    await assert.rejects(
      kubeScore({ manifests: 'kind: Pod\n\ta\n' }),
      /kube-score/,
    );
  });
});
