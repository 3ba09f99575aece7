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

import type { KubernetesResource } from '../../kubernetes';

/**
 * The Secrets of Helm's releases: of metadata no more than is current, and one at a time whole.
 *
 * @remarks
 * Superseded revisions are the many and the large, and say nothing about what runs: they are never listed but for a
 * person who opens the history of one release.
 *
 * @internal
 */
export const releaseSecrets: KubernetesResource = {
  group: '',
  version: 'v1',
  plural: 'secrets',
  kind: 'Secret',
  labelSelector: 'owner=helm,status!=superseded',
  fieldSelector: 'type=helm.sh/release.v1',
  metadataOnly: true,
};
