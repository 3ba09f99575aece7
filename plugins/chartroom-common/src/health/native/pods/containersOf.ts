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

import { isMap } from '../../../values/isMap';
import type { KubernetesObject } from '../../../kubernetes';
import { integerAt, listAt, textAt, valueAt } from '../../reading';

/**
 * A container of a pod, with how it is.
 *
 * @internal
 */
export interface Container {
  readonly name: string;
  /** `init`: it has to end before the next one starts; `sidecar`: an init container that goes on. */
  readonly role: 'main' | 'init' | 'sidecar';
  readonly image?: string;
  readonly memoryLimit?: string;
  readonly isReady: boolean;
  readonly hasStarted: boolean;
  readonly restarts: number;
  readonly waiting?: { readonly reason: string; readonly message: string };
  /** Since when it runs, where it does; empty where that is not said. */
  readonly runningSince?: string;
  readonly ended?: ContainerEnd;
  /** How it ended before it was started again. */
  readonly endedBefore?: ContainerEnd;
}

/**
 * How a container ended.
 *
 * @internal
 */
export interface ContainerEnd {
  readonly reason: string;
  readonly message: string;
  readonly exitCode?: number;
  readonly finishedAt?: string;
}

/**
 * The containers of a pod that have a status, in the order in which they start.
 *
 * @internal
 */
export function containersOf(pod: KubernetesObject): readonly Container[] {
  const read = (statuses: string, specs: string) =>
    listAt(pod, `status.${statuses}`).map(status =>
      readContainer({
        status,
        spec: listAt(pod, `spec.${specs}`).find(
          one => textAt(one, 'name') === textAt(status, 'name'),
        ),
        isInit: specs === 'initContainers',
      }),
    );
  return [
    ...read('initContainerStatuses', 'initContainers'),
    ...read('containerStatuses', 'containers'),
  ];
}

function readContainer(options: {
  status: unknown;
  spec: unknown;
  isInit: boolean;
}): Container {
  const { status, spec, isInit } = options;
  const initRole =
    textAt(spec, 'restartPolicy') === 'Always' ? 'sidecar' : 'init';
  const waiting = valueAt(status, 'state.waiting');
  const running = valueAt(status, 'state.running');
  return {
    name: textAt(status, 'name') ?? '',
    role: isInit ? initRole : 'main',
    image: textAt(spec, 'image') ?? textAt(status, 'image'),
    memoryLimit: textAt(spec, 'resources.limits.memory'),
    isReady: valueAt(status, 'ready') === true,
    hasStarted: valueAt(status, 'started') !== false,
    restarts: integerAt(status, 'restartCount') ?? 0,
    waiting: isMap(waiting)
      ? {
          reason: textAt(waiting, 'reason') ?? '',
          message: textAt(waiting, 'message') ?? '',
        }
      : undefined,
    runningSince: isMap(running)
      ? textAt(running, 'startedAt') ?? ''
      : undefined,
    ended: readEnd(valueAt(status, 'state.terminated')),
    endedBefore: readEnd(valueAt(status, 'lastState.terminated')),
  };
}

function readEnd(end: unknown): ContainerEnd | undefined {
  return isMap(end)
    ? {
        reason: textAt(end, 'reason') ?? '',
        message: textAt(end, 'message') ?? '',
        exitCode: integerAt(end, 'exitCode'),
        finishedAt: textAt(end, 'finishedAt'),
      }
    : undefined;
}
