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

import type { KubernetesResource } from './KubernetesResource';

/**
 * The path of a list of objects, or of one of them.
 *
 * @internal
 */
export function resourcePath(options: {
  resource: Pick<KubernetesResource, 'group' | 'version' | 'plural'>;
  /** Absent: of all namespaces. */
  namespace?: string;
  name?: string;
}): string {
  const { resource, namespace, name } = options;
  const { group, version, plural } = resource;
  return [
    ...(group ? ['apis', group, version] : ['api', version]),
    ...(namespace === undefined ? [] : ['namespaces', namespace]),
    plural,
    ...(name === undefined ? [] : [name]),
  ]
    .map(part => `/${encodeURIComponent(part)}`)
    .join('');
}
