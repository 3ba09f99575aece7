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
import { clipped } from '../clipped';
import { counted } from '../counted';
import { since } from '../since';
import type { WeighedReason } from '../WeighedReason';
import { capitalized } from './capitalized';
import type { Container } from './containersOf';
import { describedContainer } from './describedContainer';
import { exitText } from './exitText';
import { podStart } from './podStart';

/** Reasons that the container runtime gives for a container that did not even begin. */
const runtimeReasons: readonly string[] = ['StartError', 'ContainerCannotRun'];

/** A container that ended so often, and is not ready, is not about to be: it only happens to run just now. */
const manyRestarts = 3;

/**
 * That a container ends again and again, or ended and is not ready since; undefined where it did not end badly.
 *
 * @internal
 */
export function crashReason(options: {
  pod: KubernetesObject;
  container: Container;
  now: Date;
}): WeighedReason | undefined {
  const { pod, container, now } = options;
  const { waiting, ended, endedBefore, restarts } = container;
  const isLooping = waiting?.reason === 'CrashLoopBackOff';
  const end = ended ?? endedBefore;
  const isBad = end !== undefined && end.exitCode !== 0;
  if (!isLooping && !isBad) {
    return undefined;
  }
  const isKilled = end?.reason === 'OOMKilled';
  const time = podStart(pod);
  const subject = capitalized(describedContainer({ pod, container }));
  const often =
    restarts > 0
      ? `, ${counted(restarts, 'restart')}${since({ time, now })}`
      : '';
  const again = restarts > 1 ? ' again and again' : '';
  const { memoryLimit } = container;
  // The runtime's own words; any other message is the container's, or the end of its log, and may tell secrets
  const said =
    end && runtimeReasons.includes(end.reason) && end.message
      ? ` (${clipped(end.message)})`
      : '';
  return {
    code: codeOf({ isLooping, reason: end?.reason }),
    message: isKilled
      ? `${subject} is killed${again} because it needs more memory than ${
          memoryLimit ? `its limit of ${memoryLimit}` : 'it may have'
        }${often}.`
      : `${subject} crashes${again}${exitText(end?.exitCode)}${said}${often}.`,
    pod: pod.metadata.name,
    container: container.name,
    exitCode: end?.exitCode,
    restarts,
    since: time,
    isHard: isLooping || isKilled || restarts >= manyRestarts,
  };
}

/** What the container died of tells more than that kubelet waits before it starts it again. */
function codeOf(options: {
  isLooping: boolean;
  reason: string | undefined;
}): string {
  const { isLooping, reason } = options;
  if (reason === 'OOMKilled') {
    return reason;
  }
  return isLooping ? 'CrashLoopBackOff' : reason || 'Error';
}
