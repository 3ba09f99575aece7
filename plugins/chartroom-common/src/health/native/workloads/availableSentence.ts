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
import { counted } from '../counted';

/**
 * How far a workload is, where there is no reason to tell.
 *
 * @internal
 */
export function availableSentence(options: {
  workload: KubernetesObject;
  isSeen: boolean;
  isDone: boolean;
  available: number;
  desired: number;
}): string {
  const { workload, isSeen, isDone, available, desired } = options;
  const { name } = workload.metadata;
  if (!isSeen) {
    return `Kubernetes has not yet taken up the newest change of ${name}.`;
  }
  if (desired === 0) {
    return isDone
      ? `${name} is scaled to zero.`
      : `${name} is being scaled to zero.`;
  }
  const pods = `${available} of ${counted(desired, 'pod')} ${
    desired === 1 ? 'is' : 'are'
  } available`;
  return isDone ? `${pods}.` : `The rollout of ${name} goes on: ${pods}.`;
}
