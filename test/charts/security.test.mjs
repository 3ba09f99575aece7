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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { assertRestricted } from './support/podSecurity.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';

const wiring = {
  dependencies: { mysql: { ports: { mysql: 3306 }, wait: true } },
};

eachHelm('pod security', helm => {
  const render = values =>
    renderService({
      helm,
      values: { image: { repository: 'shop/catalogue' }, ...values },
    });

  const types = ['deployment', 'statefulset', 'daemonset', 'job', 'cronjob'];
  for (const type of types) {
    it(`restricts every container of a ${type}, those that wait too`, async () => {
      const cronJob = { schedule: '@daily' };
      const { spec } = (
        await render({ type, cronJob, wiring, writablePaths: ['/run'] })
      ).pod();
      assert.equal(spec.initContainers.length, 1);
      assertRestricted(spec);
      assert.equal(spec.enableServiceLinks, false);
      assert.equal(spec.automountServiceAccountToken, false);
      assert.equal(spec.securityContext.fsGroup, 1000);
    });
  }

  it('takes another user', async () => {
    const { spec } = (
      await render({ securityContext: { runAsUser: 999, fsGroup: 998 } })
    ).pod();
    assertRestricted(spec);
    assert.equal(spec.securityContext.runAsUser, 999);
    assert.equal(spec.securityContext.runAsGroup, 1000);
    assert.equal(spec.securityContext.fsGroup, 998);
  });

  it('lowers to baseline where a service says so, and no further', async () => {
    const { spec } = (
      await render({
        podSecurity: 'baseline',
        securityContext: { readOnlyRootFilesystem: false },
        wiring,
      })
    ).pod();
    assert.deepEqual(spec.securityContext, {
      seccompProfile: { type: 'RuntimeDefault' },
    });
    assert.deepEqual(spec.containers[0].securityContext, {
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: false,
    });
    assertRestricted({ ...spec, containers: spec.initContainers });
  });

  it('refuses root without baseline, and a level that is none', async () => {
    assert.equal(
      await refusal(render({ securityContext: { runAsUser: 0 } })),
      'catalogue: values: securityContext.runAsUser 0 is root, which podSecurity restricted does not admit; write another user, or podSecurity: baseline',
    );
    assert.equal(
      await refusal(render({ podSecurity: 'privileged' })),
      'catalogue: values: podSecurity is "privileged"; it is one of restricted, baseline',
    );
  });
});
