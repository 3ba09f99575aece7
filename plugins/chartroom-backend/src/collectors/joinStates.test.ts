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

import type { ReflectionState } from '../kubernetes';
import { joinStates } from './joinStates';

const states: Record<string, ReflectionState> = {
  starting: { state: 'starting' },
  live: { state: 'live' },
  absent: { state: 'absent', message: 'No such kind' },
  forbidden: { state: 'forbidden', message: 'Not allowed' },
  failed: { state: 'failed', message: 'It failed', unreachable: false },
  down: { state: 'failed', message: 'It is down', unreachable: true },
};

function join(labels: string, helm: string) {
  const of = (source: string, names: string) => ({
    source,
    states: names.split(' ').map(name => states[name]),
  });
  const joined = joinStates({
    sources: [of('labels', labels), of('helm', helm)],
  });
  const each = joined.sources.map(({ state }) => state).join(' ');
  return [joined.state, each, joined.message];
}

describe('joinStates', () => {
  it.each([
    [
      'starting starting',
      'starting',
      'starting',
      'starting starting',
      undefined,
    ],
    ['live starting', 'live', 'starting', 'starting live', undefined],
    [
      'live live',
      'starting',
      'partial',
      'live starting',
      'The source helm is still being read',
    ],
    ['live live', 'live', 'live', 'live live', undefined],
    ['live live', 'absent', 'live', 'live absent', undefined],
    ['live absent', 'live', 'live', 'live live', undefined],
    ['live live', 'forbidden', 'partial', 'live forbidden', 'Not allowed'],
    ['live failed', 'live', 'partial', 'failed live', 'It failed'],
    ['live down', 'live', 'partial', 'failed live', 'It is down'],
    ['down down', 'down', 'unreachable', 'failed failed', 'It is down'],
    ['down down', 'forbidden', 'unreachable', 'failed forbidden', 'It is down'],
    ['down starting', 'down', 'starting', 'failed failed', 'It is down'],
    [
      'forbidden forbidden',
      'absent',
      'partial',
      'forbidden absent',
      'Not allowed',
    ],
  ])('%s | %s: %s', (labels, helm, state, each, message) => {
    expect(join(labels, helm)).toEqual([state, each, message]);
  });

  it('counts further messages of one source', () => {
    const { message } = joinStates({
      sources: [
        {
          source: 'labels',
          states: [
            { state: 'forbidden', message: 'Not allowed: pods' },
            { state: 'forbidden', message: 'Not allowed: jobs' },
            states.live,
          ],
        },
      ],
    });
    expect(message).toBe('Not allowed: pods (and 1 more like this)');
  });
});
