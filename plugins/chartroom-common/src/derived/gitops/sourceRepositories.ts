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

import type { GitopsPlatform } from './GitopsPlatform';

/** `*`, `!` and braces have a meaning to Argo CD; no repository is called so. */
const plainAddress = /^(https?|oci):\/\/[A-Za-z0-9._~:/%+-]+$/;

/**
 * The repositories that the project admits: the platform's own, and those that
 * charts come from.
 *
 * @remarks
 * A chart in an OCI registry is a repository of its own to Argo CD, while the
 * credentials for a chart's dependencies are found by the registry's path
 * without its scheme. So both forms are admitted.
 *
 * @internal
 */
export function sourceRepositories(options: GitopsPlatform): string[] {
  const { platform, matrix, gitops } = options;
  const charts = [
    matrix.commonChart.repository,
    matrix.charts?.repository ?? '',
    ...(platform.umbrella?.dependencies ?? []).map(
      ({ repository }) => repository ?? '',
    ),
  ];
  const addresses = new Set(
    charts
      .filter(address => plainAddress.test(address))
      .map(address => address.replace(/\/+$/, '')),
  );
  return [
    gitops.repository,
    ...[...addresses]
      .sort()
      .flatMap(address =>
        address.startsWith('oci://')
          ? [address.slice('oci://'.length), `${address}/*`]
          : [address],
      ),
  ];
}
