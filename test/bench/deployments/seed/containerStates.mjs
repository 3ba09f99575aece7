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

const time = '2026-01-01T00:00:00Z';
const running = {
  ready: true,
  started: true,
  state: { running: { startedAt: time } },
};
/** What the kubelet says of the container of a pod of each fate. */
export const containerStates = {
  healthy: running,
  crash: {
    ready: false,
    started: false,
    restartCount: 12,
    state: {
      waiting: {
        reason: 'CrashLoopBackOff',
        message: 'back-off 5m0s restarting failed container=main',
      },
    },
    lastState: {
      terminated: {
        exitCode: 1,
        reason: 'Error',
        startedAt: time,
        finishedAt: time,
      },
    },
  },
  unpullable: {
    ready: false,
    started: false,
    state: {
      waiting: {
        reason: 'ImagePullBackOff',
        message: 'Back-off pulling image: not found',
      },
    },
  },
  progress: {
    ready: false,
    started: true,
    state: { running: { startedAt: time } },
  },
};
