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

import { observeFluxRelease } from './observeFluxRelease';

const snapshot = (version: number, status: string, chartVersion: string) => ({
  name: 'shop',
  namespace: 'shop',
  version,
  status,
  chartName: 'robot-shop',
  chartVersion,
  appVersion: '7',
  lastDeployed: '2026-11-21T10:00:00Z',
  digest: 'sha256:aa',
});
const object = {
  apiVersion: 'helm.toolkit.fluxcd.io/v2',
  kind: 'HelmRelease',
  metadata: { name: 'robot-shop', namespace: 'flux' },
  spec: { targetNamespace: 'shop' },
  status: {
    history: [
      snapshot(4, 'deployed', '1.2.0'),
      snapshot(3, 'superseded', '1.1.0'),
    ],
    conditions: [
      {
        type: 'Ready',
        status: 'True',
        reason: 'UpgradeSucceeded',
        message: 'well',
      },
    ],
  },
};

describe('observeFluxRelease', () => {
  it('tells the newest revision of the history', () => {
    expect(observeFluxRelease(object)).toEqual({
      source: 'flux',
      name: 'shop',
      namespace: 'shop',
      chart: { name: 'robot-shop', version: '1.2.0', appVersion: '7' },
      subcharts: [],
      revision: 4,
      status: 'deployed',
      deployedRevision: undefined,
      description: 'well',
      updatedAt: '2026-11-21T10:00:00Z',
      health: { status: 'Ready', message: 'well' },
      toldBy: 'HelmRelease flux/robot-shop',
    });
  });

  it('tells which revision serves after an upgrade that failed', () => {
    const status = {
      history: [
        snapshot(5, 'failed', '1.3.0'),
        snapshot(4, 'deployed', '1.2.0'),
      ],
      conditions: [
        {
          type: 'Ready',
          status: 'False',
          reason: 'UpgradeFailed',
          message: 'timed out',
        },
      ],
    };
    expect(observeFluxRelease({ ...object, status })).toMatchObject({
      chart: { version: '1.2.0' },
      revision: 5,
      status: 'failed',
      deployedRevision: 4,
      health: { status: 'UpgradeFailed', message: 'timed out' },
    });
  });

  it('says that it is suspended, and names a release that is not made yet', () => {
    const release = observeFluxRelease({
      ...object,
      spec: { ...object.spec, suspend: true },
      status: undefined,
    });
    expect(release).toMatchObject({
      name: 'shop-robot-shop',
      namespace: 'shop',
      health: { status: 'Suspended' },
    });
    expect(release).not.toHaveProperty('chart');
  });

  it('says that another cluster is meant', () => {
    const spec = { kubeConfig: { secretRef: { name: 'eu-1' } } };
    expect(observeFluxRelease({ ...object, spec })?.destination).toEqual({});
  });

  it.each([
    undefined,
    {},
    { ...object, kind: 'Kustomization' },
    { ...object, apiVersion: 'v1' },
    { ...object, metadata: {} },
  ])('is undefined for another object', other => {
    expect(observeFluxRelease(other)).toBeUndefined();
  });

  it('goes on without a history that it cannot read', () => {
    const status = { history: [{ version: 'x' }], conditions: 7 };
    expect(observeFluxRelease({ ...object, status })).toMatchObject({
      name: 'shop-robot-shop',
      health: undefined,
    });
  });
});
