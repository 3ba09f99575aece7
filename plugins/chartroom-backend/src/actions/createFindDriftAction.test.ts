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

import { openActions } from './__testUtils__/openActions';

describe('find-drift', () => {
  it('looks through every page, lists what drifts, and counts the rest', async () => {
    const output = await openActions().invoke('find-drift', {});
    expect(output).toMatchObject({
      summary:
        'Of 3 services in their environments, 1 differ from git, 1 are in sync, and of 1 it is not known.',
      findings: [
        {
          service: 'cart',
          drift: 'behind',
          wantedVersion: '1.2.0',
          deployedVersion: '1.1.0',
          url: 'https://git/Chart.yaml',
        },
      ],
      inSync: 1,
      unknown: 1,
    });
    expect(output.findings).toHaveLength(1);
  });

  it('also lists what waits for a promotion, where that is asked for', async () => {
    const { findings } = await openActions().invoke('find-drift', {
      unpromoted: true,
    });
    expect(findings.map((it: any) => `${it.service} ${it.unpromoted}`)).toEqual(
      ['cart undefined', 'web 1.3.0'],
    );
  });
});
