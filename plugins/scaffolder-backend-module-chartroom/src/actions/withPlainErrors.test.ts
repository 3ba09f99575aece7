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

import { AuthenticationError, InputError } from '@backstage/errors';
import { NotFastForwardError } from '@chartroom/backstage-plugin-chartroom-node';
import { withPlainErrors } from './withPlainErrors';

const stackOf = (error: Error) => {
  const action = withPlainErrors({
    id: 'test',
    handler: async () => {
      throw error;
    },
  });
  return action.handler({} as any).catch(({ stack }: Error) => stack);
};

describe('the log of an action', () => {
  it.each([
    new InputError('what was wrong'),
    new AuthenticationError('what was wrong'),
    new NotFastForwardError('what was wrong'),
  ])('has one sentence for $name', async error => {
    await expect(stackOf(error)).resolves.toBe(`${error.name}: what was wrong`);
  });

  it('keeps the stack of a defect', async () => {
    await expect(stackOf(new TypeError('ours'))).resolves.toContain('    at ');
  });
});
