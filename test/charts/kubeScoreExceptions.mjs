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

const containers = ({ spec }) => spec.template.spec.containers;

/**
 * Where Chartroom's defaults differ from kube-score's taste, and why: everywhere, in some environments, or for what an
 * exception covers. The tests fail on one that nothing needs any more.
 */
export const kubeScoreExceptions = [
  {
    check: 'container-image-pull-policy',
    because:
      'tags are pinned and never reused, so pulling at every start only makes a registry that is down stop a restart',
  },
  {
    check: 'container-ephemeral-storage-request-and-limit',
    because:
      'root file systems are read-only and the writable volumes are bounded; a limit on logs would evict a talkative pod',
  },
  {
    check: 'container-security-context-user-group-id',
    because:
      'the ids of official images are below 10000 and own the files in them; no host path is mounted that they could share',
  },
  {
    check: 'pod-probes-identical',
    because:
      'the programs of the examples have one health endpoint; liveness waits longer than readiness before it acts',
  },
  {
    check: 'deployment-replicas',
    because: 'development is small, and may pause while a pod is replaced',
    environments: ['dev', 'local'],
  },
  {
    check: 'deployment-has-host-podantiaffinity',
    because:
      'topology spread keeps replicas apart; kube-score counts anti-affinity alone',
  },
  {
    check: 'container-security-context-readonlyrootfilesystem',
    because:
      'the images of web and ratings write to their file system, as their values say',
    covers: manifest =>
      containers(manifest).some(
        ({ securityContext }) =>
          securityContext.readOnlyRootFilesystem === false,
      ),
  },
];
