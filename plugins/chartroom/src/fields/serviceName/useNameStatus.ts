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

import { useApi } from '@backstage/frontend-plugin-api';
import { chartroomApiRef } from '../../api';
import { messageOf, useLatestAnswer } from '../../asking';
import { refuseByPattern, refuseByServer } from './decideServiceName';

/** How long typing must pause before the server is asked. */
const delayMilliseconds = 300;

/**
 * What is known about the name in the field.
 *
 * @internal
 */
export interface NameStatus {
  readonly state: 'empty' | 'waiting' | 'checking' | 'available' | 'refused';
  readonly message: string;
}

/**
 * Judges a name while it is typed: its pattern at once, the rest by asking the
 * server.
 *
 * @internal
 */
export function useNameStatus(options: {
  platform: string | undefined;
  name: string | undefined;
  owner: string | undefined;
}): NameStatus {
  const { platform, name = '', owner } = options;
  const api = useApi(chartroomApiRef);
  const byPattern = name === '' ? undefined : refuseByPattern(name);
  const mustAsk = name !== '' && !byPattern && platform !== undefined;
  const { answer, error, isPending } = useLatestAnswer({
    question: mustAsk ? JSON.stringify([platform, owner, name]) : undefined,
    ask: async () => ({
      refusal: await refuseByServer({ api, platform: platform!, name, owner }),
    }),
    delayMilliseconds,
  });

  if (name === '') {
    return { state: 'empty', message: '' };
  }
  if (byPattern) {
    return { state: 'refused', message: byPattern };
  }
  if (!mustAsk) {
    return {
      state: 'waiting',
      message: 'Choose a platform to see whether the name is free.',
    };
  }
  if (isPending) {
    return { state: 'checking', message: `Checking ${name}…` };
  }
  if (error) {
    return {
      state: 'refused',
      message: `The name could not be checked: ${messageOf(error)}`,
    };
  }
  return answer?.refusal
    ? { state: 'refused', message: answer.refusal }
    : { state: 'available', message: `${name} is available.` };
}
