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
import { clipped } from '../clipped';
import type { WeighedReason } from '../WeighedReason';
import { containersOf } from './containersOf';
import { describedContainer } from './describedContainer';
import { exitText } from './exitText';

/**
 * Why a pod failed: what Kubernetes says of the pod, or else the first container that ended badly.
 *
 * @internal
 */
export function failedPodReason(options: {
  pod: KubernetesObject;
}): WeighedReason {
  const { pod } = options;
  const container = containersOf(pod).find(
    ({ ended }) => ended !== undefined && ended.exitCode !== 0,
  );
  const end = container?.ended;
  const reason = textAt(pod, 'status.reason');
  const said = clipped(textAt(pod, 'status.message') ?? '');
  const subject = `Pod ${pod.metadata.name} failed`;
  const place = container && describedContainer({ pod, container });
  const ending =
    end?.reason === 'OOMKilled'
      ? `${place} was killed because it needs more memory than it may have`
      : `${place} ended${exitText(end?.exitCode).replace(':', ' with')}`;
  return {
    code: reason || end?.reason || 'Failed',
    message: said
      ? `${subject}: ${said}.`
      : `${subject}${place ? `: ${ending}` : ''}.`,
    pod: pod.metadata.name,
    container: container?.name,
    exitCode: end?.exitCode,
    restarts: container?.restarts,
    since: end?.finishedAt,
    isHard: true,
  };
}
