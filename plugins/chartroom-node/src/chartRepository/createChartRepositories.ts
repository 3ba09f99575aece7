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

import { InputError } from '@backstage/errors';
import type { ChartRepositories } from './ChartRepository';
import { ClassicChartRepository } from './ClassicChartRepository';

/**
 * One entry of `chartroom.chartRepositories`.
 *
 * @public
 */
export interface ChartRepositoryConfig {
  /** As it stands in `dependencies[].repository` of Chart.yaml files; http or https. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  /** Other hosts that the repository's index and redirects may name; by default none. */
  readonly downloadHosts?: readonly string[];
}

/**
 * The chart repositories that configuration names; a request goes to no other host.
 *
 * @public
 */
export function createChartRepositories(options: {
  repositories: readonly ChartRepositoryConfig[];
}): ChartRepositories {
  const byUrl = new Map(
    options.repositories.map(config => {
      const repository = ClassicChartRepository.create(config);
      return [repository.url, repository];
    }),
  );
  return {
    byUrl({ url }) {
      const repository = byUrl.get(url.replace(/\/+$/, ''));
      if (!repository) {
        throw new InputError(
          `The chart repository ${url} is not configured: add it to 'chartroom.chartRepositories'`,
        );
      }
      return repository;
    },
  };
}
