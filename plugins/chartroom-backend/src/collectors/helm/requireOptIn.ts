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

import { InputError, NotAllowedError } from '@backstage/errors';
import type { HelmOptIn } from './HelmOptIn';

/**
 * Throws where the history of a release may not be read: NotAllowedError where its namespace is not opted in, and
 * InputError where its name is none.
 *
 * @internal
 */
export function requireOptIn(options: {
  cluster: string;
  helm: HelmOptIn | undefined;
  namespace: string;
  release: string;
}): void {
  const { cluster, helm, namespace, release } = options;
  if (
    !/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/.test(namespace) ||
    !/^[a-z0-9](?:[-a-z0-9.]{0,51}[a-z0-9])?$/.test(release)
  ) {
    throw new InputError(
      'The names of a namespace and a release are lower case letters, digits and dashes',
    );
  }
  if (!helm || (helm.namespaces && !helm.namespaces.includes(namespace))) {
    throw new NotAllowedError(
      `Release Secrets of namespace ${namespace} in cluster ${cluster} are not read: set helm for it under 'chartroom.clusters' to opt in`,
    );
  }
}
