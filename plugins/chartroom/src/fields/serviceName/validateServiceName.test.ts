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

import { validateServiceName } from './validateServiceName';

const taken = {
  checkName: async ({ name }: { name: string }) => ({
    name,
    available: false,
    reason: `"${name}" is taken`,
  }),
};

async function errorsOf(formData: object) {
  const errors: string[] = [];
  await validateServiceName(
    'survivor',
    { addError: (message: string) => errors.push(message) } as any,
    {
      apiHolder: { get: () => taken },
      formData,
    } as any,
  );
  return errors;
}

describe('validateServiceName', () => {
  it('stops the form at a name that is taken', async () => {
    await expect(errorsOf({ platform: 'robot-shop' })).resolves.toEqual([
      '"survivor" is taken',
    ]);
  });

  it('leaves the name to the plan when an interrupted operation is to be finished', async () => {
    await expect(
      errorsOf({ platform: 'robot-shop', operationId: 'operation-1' }),
    ).resolves.toEqual([]);
  });
});
