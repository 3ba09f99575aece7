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

import type {
  FileTree,
  Matrix,
  Platform,
  Service,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ChartCache, ChartRepositories } from '../chartRepository';
import type { Helm } from '../helm';

/**
 * What is rendered of a plan, and with what.
 *
 * @internal
 */
export interface VerifiedPlan {
  /** As it will be. */
  readonly platform: Platform;
  readonly matrix: Matrix;
  /** The new one. */
  readonly service: Service;
  /** Its chart as it will be committed, relative to its folder. */
  readonly chart: FileTree;
  readonly helm: Helm;
  readonly chartRepositories: ChartRepositories;
  readonly chartCache: ChartCache;
  readonly signal?: AbortSignal;
  /** Called with a sentence when something was verified. */
  readonly onProgress?: (message: string) => void;
}
