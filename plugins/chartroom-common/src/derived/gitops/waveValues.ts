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

import type { Matrix, Service } from '../../matrix';

/**
 * Values that set the backing services on the common chart before everything
 * else of a release, by an annotation that stands on objects and never on pods:
 * nothing restarts. Undefined where there is none.
 *
 * @remarks
 * Services have no waves among each other: one that is unwell would hold up the
 * release of all those after it, and they find each other again on their own.
 * Charts that are not ours know no common key for annotations; whoever needs
 * them waits before its start.
 *
 * @internal
 */
export function waveValues(options: {
  matrix: Matrix;
}): Readonly<Record<string, unknown>> | undefined {
  const { matrix } = options;
  const entries = matrix.services
    .filter(service => isOwnOrExternal({ matrix, service }))
    .map(({ name }) => [
      name,
      { annotations: { 'argocd.argoproj.io/sync-wave': '-1' } },
    ]);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** Wherever it is in the umbrella at all, it is on the common chart. */
function isOwnOrExternal(options: {
  matrix: Matrix;
  service: Service;
}): boolean {
  const { matrix, service } = options;
  if (service.kind !== 'backing-service') {
    return false;
  }
  const sources = [
    service.source,
    ...matrix.environments.flatMap(({ services }) =>
      Object.hasOwn(services, service.name)
        ? services[service.name].source ?? []
        : [],
    ),
  ];
  return (
    sources.includes('own') &&
    sources.every(source => source === 'own' || source === 'external')
  );
}
