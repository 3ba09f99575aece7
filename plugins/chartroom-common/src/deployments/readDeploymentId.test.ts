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

import { deploymentId } from './deploymentId';
import { readDeploymentId } from './readDeploymentId';

describe('the id of a deployment', () => {
  it('is read back, whatever the names are', () => {
    const place = {
      cluster: 'eu–1?>',
      namespace: 'shop',
      release: '',
      service: 'cart',
    };
    const id = deploymentId(place);
    expect(id).toMatch(/^[-_A-Za-z0-9]+$/);
    expect(readDeploymentId(id)).toEqual(place);
  });

  it('is read back where the name of the cluster holds slashes', () => {
    const place = {
      cluster: 'arn:aws:eks:eu-central-1:123456789012:cluster/prod',
      namespace: 'shop',
      release: 'shop',
      service: 'cart',
    };
    expect(readDeploymentId(deploymentId(place))).toEqual(place);
  });

  it('is made of names of any length', () => {
    const service = 'x'.repeat(300_000);
    expect(deploymentId({ namespace: 'shop', service })).toMatch(/^[\w-]+$/);
  });

  it.each([
    '',
    'cart',
    '////',
    '____',
    `${'a'.repeat(1001)}`,
    'YS9iL2M',
    '../../x',
  ])('is not %j', id => {
    expect(readDeploymentId(id)).toBeUndefined();
  });
});
