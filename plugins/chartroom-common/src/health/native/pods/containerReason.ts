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

import type { KubernetesObject } from '../../../kubernetes';
import type { WeighedReason } from '../WeighedReason';
import type { Container } from './containersOf';
import { crashReason } from './crashReason';
import { startingReason } from './startingReason';
import { waitingReason } from './waitingReason';

/**
 * Why a container is not well; undefined where it is, or where there is nothing to say yet.
 *
 * @internal
 */
export function containerReason(options: {
  pod: KubernetesObject;
  container: Container;
  now: Date;
}): WeighedReason | undefined {
  const { container } = options;
  const isDone =
    container.role === 'init'
      ? container.ended?.exitCode === 0
      : container.isReady;
  if (isDone) {
    return undefined;
  }
  return (
    waitingReason(options) ?? crashReason(options) ?? startingReason(options)
  );
}
