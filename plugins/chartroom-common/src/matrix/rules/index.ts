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

import { backingService } from './backingService';
import { cycles } from './cycles';
import { dependencies } from './dependencies';
import { duplicateNames } from './duplicateNames';
import { environmentHosts } from './environmentHosts';
import { environmentNames } from './environmentNames';
import { environmentPlaces } from './environmentPlaces';
import { environments } from './environments';
import { exposure } from './exposure';
import { externalHosts } from './externalHosts';
import type { MatrixRule, ServiceRule } from './MatrixRule';
import { placement } from './placement';
import { serviceName } from './serviceName';

/**
 * Rules about the whole matrix.
 *
 * @internal
 */
export const matrixRules: readonly MatrixRule[] = [
  duplicateNames,
  environments,
  environmentPlaces,
  externalHosts,
  cycles,
];

/**
 * Rules about each service.
 *
 * @internal
 */
export const serviceRules: readonly ServiceRule[] = [
  serviceName,
  placement,
  dependencies,
  environmentNames,
  environmentHosts,
  backingService,
  exposure,
];
