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

import { mockServices } from '@backstage/backend-test-utils';
import type { OperationRecord } from '@chartroom/backstage-plugin-chartroom-node';
import { sweepOperations } from './sweepOperations';

const survivor: OperationRecord = {
  id: 'operation-1',
  kind: 'create-service',
  platform: 'robot-shop',
  subject: 'survivor',
  digest: 'sha256:aa',
  state: 'running',
  createdBy: 'user:default/ada',
  createdAt: '2026-01-01T00:00:00.000Z',
  effects: [
    {
      key: 'repository',
      state: 'done',
      target: {
        kind: 'repository',
        url: 'http://localhost:7080/shop/survivor',
      },
      updatedAt: '2026-01-01T00:00:01.000Z',
    },
  ],
};

describe('sweepOperations', () => {
  it('names what an operation that died has made, and both ways out', async () => {
    const logger = mockServices.logger.mock();
    const listQuiet = jest.fn(async () => [survivor]);
    await sweepOperations({
      ledger: { listQuiet },
      logger,
      now: new Date('2026-01-01T01:00:00.000Z'),
    });
    expect(listQuiet).toHaveBeenCalledWith({
      since: new Date('2026-01-01T00:45:00.000Z'),
    });
    expect(logger.warn.mock.calls).toEqual([
      [
        'Operation operation-1 of user:default/ada on "survivor" in platform "robot-shop" has not moved for 15 minutes and has made repository (done): finish it by giving its id to "Create service", or undo it with the template "Undo an interrupted operation"',
      ],
    ]);
  });
});
