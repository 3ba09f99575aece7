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

import { observeHelmRelease } from './observeHelmRelease';
import type { ReleaseRecord } from './ReleaseRecord';

const record: ReleaseRecord = {
  name: 'shop',
  namespace: 'robot-shop',
  revision: 4,
  status: 'deployed',
  description: 'Upgrade complete',
  updatedAt: '2026-11-21T10:00:00.000Z',
  chart: {
    name: 'robot-shop',
    version: '1.2.0',
    appVersion: '7',
    dependencies: [],
    lock: { digest: 'sha256:aa', dependencies: [] },
  },
};

describe('observeHelmRelease', () => {
  it('tells the revision that is deployed', () => {
    expect(observeHelmRelease({ record })).toEqual({
      source: 'helm',
      name: 'shop',
      namespace: 'robot-shop',
      chart: { name: 'robot-shop', version: '1.2.0', appVersion: '7' },
      subcharts: [],
      lockDigest: 'sha256:aa',
      revision: 4,
      status: 'deployed',
      deployedRevision: undefined,
      description: 'Upgrade complete',
      updatedAt: '2026-11-21T10:00:00.000Z',
      toldBy: 'Secret robot-shop/sh.helm.release.v1.shop.v4',
    });
  });

  it('tells the chart that serves and the state of the upgrade that failed', () => {
    const superseding: ReleaseRecord = {
      ...record,
      revision: 5,
      status: 'failed',
      description: 'timed out',
      updatedAt: '2026-11-21T11:00:00.000Z',
      chart: { ...record.chart, version: '1.3.0' },
    };
    expect(observeHelmRelease({ record, superseding })).toMatchObject({
      chart: { version: '1.2.0' },
      revision: 5,
      status: 'failed',
      deployedRevision: 4,
      description: 'timed out',
      updatedAt: '2026-11-21T11:00:00.000Z',
      toldBy: 'Secret robot-shop/sh.helm.release.v1.shop.v4',
    });
  });
});
