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
import { textAt } from '../../reading';
import type { WeighedReason } from '../WeighedReason';
import { containerReason } from './containerReason';
import { containersOf } from './containersOf';
import { failedPodReason } from './failedPodReason';
import { schedulingReason } from './schedulingReason';

/**
 * Why a pod is not well, container by container; nothing where it is, or where it just starts.
 *
 * @internal
 */
export function podReasons(options: {
  pod: KubernetesObject;
  now: Date;
}): readonly WeighedReason[] {
  const { pod } = options;
  switch (textAt(pod, 'status.phase')) {
    case 'Succeeded':
      return [];
    case 'Failed':
      return [failedPodReason(options)];
    default:
  }
  const scheduling = schedulingReason(options);
  if (scheduling) {
    return [scheduling];
  }
  return containersOf(pod).flatMap(
    container => containerReason({ ...options, container }) ?? [],
  );
}
