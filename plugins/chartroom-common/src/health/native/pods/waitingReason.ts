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
import type { WeighedReason } from '../WeighedReason';
import { capitalized } from './capitalized';
import type { Container } from './containersOf';
import { describedContainer } from './describedContainer';
import { imageSentence } from './imageSentence';
import { podStart } from './podStart';

/**
 * Why a container is not started, where kubelet gives an error for that; a crash is not one.
 *
 * @remarks
 * The words are kubelet's: those of images in `pkg/kubelet/images/types.go`, those of containers in
 * `pkg/kubelet/container/sync_result.go` and `pkg/kubelet/kuberuntime/kuberuntime_container.go`. Words that are not
 * known here are recognised as Argo CD does it, by `Err…`, `…Error` and `…BackOff`.
 *
 * @internal
 */
export function waitingReason(options: {
  pod: KubernetesObject;
  container: Container;
}): WeighedReason | undefined {
  const { pod, container } = options;
  const code = container.waiting?.reason ?? '';
  const isError = /^InvalidImageName$|^Err|Error$|BackOff$/.test(code);
  if (!isError || code === 'CrashLoopBackOff') {
    return undefined;
  }
  const said = clipped(container.waiting?.message ?? '');
  const subject = capitalized(describedContainer({ pod, container }));
  return {
    code,
    message:
      imageSentence({ code, said, pod, container }) ??
      `${subject} cannot be started (${code})${said && `: ${said}`}.`,
    pod: pod.metadata.name,
    container: container.name,
    restarts: container.restarts,
    since: podStart(pod),
    isHard: true,
  };
}
