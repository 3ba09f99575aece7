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
import { since } from '../since';
import type { WeighedReason } from '../WeighedReason';
import { capitalized } from './capitalized';
import type { Container } from './containersOf';
import { describedContainer } from './describedContainer';
import { podStart } from './podStart';

/** Volumes and images take their time; what takes longer than this is worth a word. */
const usualCreationMilliseconds = 60_000;

/**
 * What a container that starts is waiting for. It never decides: it may be ready a moment later.
 *
 * @internal
 */
export function startingReason(options: {
  pod: KubernetesObject;
  container: Container;
  now: Date;
}): WeighedReason | undefined {
  const { pod, container, now } = options;
  const { runningSince, waiting, role } = container;
  const subject = capitalized(describedContainer({ pod, container }));
  const place = {
    pod: pod.metadata.name,
    container: container.name,
    restarts: container.restarts,
    isHard: false,
  };
  if (runningSince !== undefined) {
    const time = runningSince || undefined;
    const probe = container.hasStarted ? 'readiness' : 'startup';
    return role === 'init'
      ? {
          ...place,
          code: 'PodInitializing',
          message: `${subject} runs${since({
            time,
            now,
          })}; the pod goes on when it has ended.`,
          since: time,
        }
      : {
          ...place,
          code: 'ContainersNotReady',
          message: `${subject} runs${since({
            time,
            now,
          })}, but its ${probe} probe does not succeed.`,
          since: time,
        };
  }
  const time = podStart(pod);
  const age = time === undefined ? 0 : now.getTime() - Date.parse(time);
  if (
    waiting?.reason === 'ContainerCreating' &&
    age > usualCreationMilliseconds
  ) {
    return {
      ...place,
      code: 'ContainerCreating',
      message: `${subject} is being created${since({
        time,
        now,
      })}; look at the pod's events for a volume or an image that is missing.`,
      since: time,
    };
  }
  return undefined;
}
