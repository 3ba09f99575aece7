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

import { podStatus, running } from './podStatus.mjs';
import { stage } from './stage.mjs';

/** How a container ends, by the fate of its pod. */
const ends = {
  crash: { exitCode: 1, reason: 'Error' },
  oom: { exitCode: 137, reason: 'OOMKilled' },
};
const restarts = 5;
const backOffs = '(list "10s" "20s" "40s" "1m20s" "2m40s" "5m0s")';

/**
 * What becomes of pods. The image of a pod's first container decides it: a tag that ends in `-crash`, `-oom`,
 * `-unpullable` or `-unready` chooses that fate; `fates` does so for other images (`{ 'shop/payment:2': 'crash' }`), or
 * for one in one namespace alone (`{ 'shop-staging shop/payment:2': 'crash' }`). All others run, and complete where
 * they are not restarted. A container that crashes is restarted five times within some seconds, and then stays in back-off.
 */
export function podStages({ fates = {} } = {}) {
  const fate = [
    '.metadata.namespace as $namespace',
    '.spec.containers[0].image as $image',
    `${JSON.stringify(fates)} as $fates`,
    '$fates[$namespace + " " + $image] // $fates[$image] // ($image | capture("-(?<fate>crash|oom|unpullable|unready)$").fate) // "run"',
  ].join(' | ');
  const first = '.status.containerStatuses[0]';
  const is = (key, ...values) => ({ key, operator: 'In', values });
  const has = key => ({ key, operator: 'Exists' });
  const lacks = key => ({ key, operator: 'DoesNotExist' });
  const scheduled = [has('.spec.nodeName'), is('.status.phase', 'Pending')];
  const pod = ({ name, when, fate: wanted, delay, ...status }) =>
    stage({
      ...{ name, kind: 'Pod', delay },
      when: [lacks('.metadata.deletionTimestamp'), ...when, is(fate, wanted)],
      status: podStatus(status),
    });

  return [
    stage({
      name: 'pod-delete',
      kind: 'Pod',
      when: [has('.metadata.deletionTimestamp')],
      next: { delete: true },
    }),
    pod({
      name: 'pod-run',
      fate: 'run',
      when: scheduled,
      phase: 'Running',
      container: { ready: true, state: running },
    }),
    pod({
      name: 'pod-complete',
      fate: 'run',
      when: [
        is('.status.phase', 'Running'),
        is('.spec.restartPolicy', 'Never', 'OnFailure'),
      ],
      delay: 300,
      phase: 'Succeeded',
      container: { state: ended({ exitCode: 0, reason: 'Completed' }) },
    }),
    pod({
      name: 'pod-unready',
      fate: 'unready',
      when: scheduled,
      phase: 'Running',
      container: { state: running },
    }),
    ...Object.entries(ends).flatMap(([wanted, end]) => [
      pod({
        name: `pod-${wanted}-starts`,
        fate: wanted,
        when: scheduled,
        phase: 'Running',
        container: { state: running },
      }),
      pod({
        name: `pod-${wanted}-fails`,
        fate: wanted,
        when: [
          is('.status.phase', 'Running'),
          is('.spec.restartPolicy', 'Never'),
        ],
        delay: 300,
        phase: 'Failed',
        container: { state: ended(end) },
      }),
      pod({
        name: `pod-${wanted}-backs-off`,
        fate: wanted,
        when: [
          has(`${first}.state.running`),
          is('.spec.restartPolicy', 'Always', 'OnFailure'),
        ],
        delay: 300,
        phase: 'Running',
        container: {
          state: waiting(
            'CrashLoopBackOff',
            `(printf "back-off %s restarting failed container=%s pod=%s_%s(%s)" (index ${backOffs} (int $count)) .name $pod.metadata.name $pod.metadata.namespace $pod.metadata.uid)`,
          ),
          lastState: ended(end),
        },
      }),
      pod({
        name: `pod-${wanted}-restarts`,
        fate: wanted,
        when: [
          is(`${first}.state.waiting.reason`, 'CrashLoopBackOff'),
          is(`${first}.restartCount < ${restarts}`, 'true'),
        ],
        delay: 400,
        phase: 'Running',
        container: {
          restart: true,
          state: running,
          lastState: '{{ $status.lastState | toJson }}',
        },
      }),
    ]),
    pod({
      name: 'pod-unpullable-fails',
      fate: 'unpullable',
      when: [...scheduled, lacks(`${first}.state.waiting.reason`)],
      phase: 'Pending',
      container: {
        state: waiting(
          'ErrImagePull',
          '(printf "failed to pull and unpack image %q: not found" .image)',
        ),
      },
    }),
    pod({
      name: 'pod-unpullable-backs-off',
      fate: 'unpullable',
      when: [is(`${first}.state.waiting.reason`, 'ErrImagePull')],
      delay: 500,
      phase: 'Pending',
      container: {
        state: waiting(
          'ImagePullBackOff',
          '(printf "Back-off pulling image %q: ErrImagePull: failed to pull and unpack image %q: not found" .image .image)',
        ),
      },
    }),
  ];
}

function ended({ exitCode, reason }) {
  return `{ terminated: { exitCode: ${exitCode}, reason: ${reason}, startedAt: {{ $began | Quote }}, finishedAt: {{ $now | Quote }} } }`;
}

function waiting(reason, message) {
  return `{ waiting: { reason: ${reason}, message: {{ ${message} | Quote }} } }`;
}
