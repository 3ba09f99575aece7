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
  readPlatform,
  type FileTree,
} from '@chartroom/backstage-plugin-chartroom-common';
import { planOrders, robotShopFiles } from '../platform/__fixtures__/robotShop';
import { withoutService } from './withoutService';

function apply(
  files: FileTree,
  changes: ReturnType<typeof planOrders>['platformChanges'],
) {
  const result = new Map(files);
  for (const change of changes) {
    if (change.kind === 'write') {
      result.set(change.path, change.content);
    }
  }
  return result;
}

const now = '2026-11-21T12:00:00Z';
const withoutTime = (files: FileTree) =>
  [...files].map(([path, content]) => [
    path,
    content.replace(/^generated: .*$/m, ''),
  ]);

describe('withoutService', () => {
  it('gives back, byte for byte, the platform that a service was entered in', () => {
    const before = robotShopFiles();
    const entered = apply(
      before,
      planOrders({ files: before }).platformChanges,
    );
    const { changes, platform } = withoutService({
      platform: readPlatform({ files: entered }),
      name: 'orders',
      now,
    });
    expect(changes.map(({ path }) => path)).toEqual(
      planOrders({ files: before }).platformChanges.map(({ path }) => path),
    );
    expect(withoutTime(platform.files)).toEqual(withoutTime(before));
    expect(platform.findings).toEqual([]);
    expect(platform.files.get('helm/robot-shop/Chart.lock')).toContain(now);
  });

  it('does so where the dependencies are charts that are not ours', () => {
    const before = new Map(robotShopFiles());
    const edit = (path: string, change: (text: string) => string) =>
      before.set(path, change(before.get(path)!));
    edit('helm/robot-shop/values.yaml', text =>
      text.concat(
        '\nbackingServices:\n  redis:\n    callers:\n      cart: true\n      user: true\n',
      ),
    );
    edit('service-matrix.yaml', text =>
      text.replace(
        /(- name: redis\n(?: {4}.*\n)*? {4}chart_source: )own/,
        '$1cloudpirates',
      ),
    );
    const entered = apply(
      before,
      planOrders({ files: before }).platformChanges,
    );
    expect(entered.get('helm/robot-shop/values.yaml')).toMatch(
      /backingServices:\n {2}redis:\n {4}callers:\n(?: {6}\w+: true\n)* {6}orders: true\n/,
    );
    const { platform } = withoutService({
      platform: readPlatform({ files: entered }),
      name: 'orders',
      now,
    });
    expect(withoutTime(platform.files)).toEqual(withoutTime(before));
  });

  it('changes nothing for a service that is not there', () => {
    const files = robotShopFiles();
    const { changes } = withoutService({
      platform: readPlatform({ files }),
      name: 'orders',
      now,
    });
    expect(changes).toEqual([]);
  });
});
