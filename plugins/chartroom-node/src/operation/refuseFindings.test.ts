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

import type { Finding } from '@chartroom/backstage-plugin-chartroom-common';
import { planOrders, robotShopFiles } from '../platform/__fixtures__/robotShop';
import { refuseFindings } from './refuseFindings';

const planned = planOrders({ files: robotShopFiles() });

function refuse(findings: Partial<Finding>[], name = 'orders') {
  const complete = findings.map(finding => ({
    rule: 'service-port',
    severity: 'error' as const,
    file: 'service-matrix.yaml',
    message: 'Port 22 is too low.',
    ...finding,
  }));
  const { operation } = planned;
  refuseFindings({
    plan: {
      ...planned,
      operation: { ...operation, service: { ...operation.service, name } },
      findings: complete,
    },
  });
}

describe('refuseFindings', () => {
  it('lets warnings pass', () => {
    expect(() => refuse([{ severity: 'warning' }])).not.toThrow();
  });

  it('says all that is wrong in one message', () => {
    expect(() =>
      refuse([{}, { message: 'No owner.', fix: 'Choose one.' }]),
    ).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: 'Port 22 is too low. No owner. Choose one.',
      }),
    );
  });

  it('is a conflict where the name is taken, and not where it is no name', () => {
    const taken = { rule: 'service-name', message: 'It is taken.' };
    expect(() => refuse([taken])).toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
    expect(() => refuse([taken], 'No Name')).toThrow(
      expect.objectContaining({ name: 'InputError' }),
    );
  });
});
