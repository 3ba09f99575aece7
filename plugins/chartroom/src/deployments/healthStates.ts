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

import {
  RiCheckboxCircleLine,
  RiCloseCircleLine,
  RiErrorWarningLine,
  RiLoader2Line,
  RiPauseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { Deployment } from '@chartroom/backstage-plugin-chartroom-common';
import type { ShownState } from './State';

const healthy: ShownState = {
  label: 'Healthy',
  icon: RiCheckboxCircleLine,
  tone: 'success',
};
const unknown: ShownState = {
  label: 'Health not known',
  icon: RiQuestionLine,
  tone: 'neutral',
};
const rollouts = new Map<string, ShownState>([
  ['healthy', healthy],
  [
    'progressing',
    { label: 'Rolling out', icon: RiLoader2Line, tone: 'warning' },
  ],
  [
    'degraded',
    { label: 'Rollout is broken', icon: RiErrorWarningLine, tone: 'danger' },
  ],
  ['suspended', { label: 'Paused', icon: RiPauseCircleLine, tone: 'neutral' }],
]);

/**
 * Finds how to show a health: that nothing serves comes before how the rollout does. A word that this version does not know is
 * shown as not known.
 *
 * @internal
 */
export function healthState(health: Deployment['health']): ShownState {
  const { rollout, serving } = health;
  if (serving === 'down') {
    return { label: 'Down', icon: RiCloseCircleLine, tone: 'danger' };
  }
  if (serving === 'scaled-to-zero' && rollout === 'healthy') {
    return {
      label: 'Scaled to zero',
      icon: RiPauseCircleLine,
      tone: 'neutral',
    };
  }
  return rollouts.get(rollout) ?? unknown;
}
