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

/**
 * Fails unless a pod meets the Pod Security standard `restricted`: the fields of
 * https://kubernetes.io/docs/concepts/security/pod-security-standards, one by one,
 * for every container of the pod.
 */
export function assertRestricted(spec) {
  const pod = spec.securityContext;
  for (const field of ['hostNetwork', 'hostPID', 'hostIPC']) {
    assert.ok(!spec[field], field);
  }
  for (const volume of spec.volumes ?? []) {
    const [kind] = Object.keys(volume).filter(key => key !== 'name');
    const allowed = [
      'configMap',
      'emptyDir',
      'persistentVolumeClaim',
      'secret',
    ];
    assert.ok(allowed.includes(kind), `volume ${volume.name} is a ${kind}`);
  }
  for (const container of [
    ...(spec.initContainers ?? []),
    ...spec.containers,
  ]) {
    const own = container.securityContext;
    const where = `container ${container.name}`;
    assert.equal(own.privileged ?? false, false, where);
    assert.equal(own.allowPrivilegeEscalation, false, where);
    assert.equal(own.runAsNonRoot ?? pod.runAsNonRoot, true, where);
    assert.ok((own.runAsUser ?? pod.runAsUser) > 0, where);
    assert.equal(
      (own.seccompProfile ?? pod.seccompProfile)?.type,
      'RuntimeDefault',
      where,
    );
    assert.deepEqual(own.capabilities, { drop: ['ALL'] }, where);
    assert.equal(own.readOnlyRootFilesystem, true, where);
    assert.ok(
      (container.ports ?? []).every(port => !port.hostPort),
      where,
    );
  }
}
