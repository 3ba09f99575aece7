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
  RiArrowDownCircleLine,
  RiArrowUpCircleLine,
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiQuestionLine,
  RiTimeLine,
} from '@remixicon/react';
import type { ShownState } from './State';

const driftStates = new Map<string, ShownState>([
  [
    'not-released',
    { label: 'Created, not released', icon: RiTimeLine, tone: 'neutral' },
  ],
  [
    'in-sync',
    { label: 'In sync', icon: RiCheckboxCircleLine, tone: 'success' },
  ],
  [
    'behind',
    { label: 'Behind git', icon: RiArrowDownCircleLine, tone: 'warning' },
  ],
  [
    'ahead',
    { label: 'Ahead of git', icon: RiArrowUpCircleLine, tone: 'warning' },
  ],
  [
    'lock-differs',
    { label: 'Lock differs', icon: RiErrorWarningLine, tone: 'warning' },
  ],
  [
    'not-deployed',
    { label: 'Not deployed', icon: RiErrorWarningLine, tone: 'danger' },
  ],
  [
    'not-in-git',
    { label: 'Not in git', icon: RiErrorWarningLine, tone: 'danger' },
  ],
]);

/**
 * Finds how to show a drift; one that this version does not know is shown as
 * not known.
 *
 * @internal
 */
export function driftState(drift: string): ShownState {
  return (
    driftStates.get(drift) ?? {
      label: 'Not known what runs',
      icon: RiQuestionLine,
      tone: 'neutral',
    }
  );
}
