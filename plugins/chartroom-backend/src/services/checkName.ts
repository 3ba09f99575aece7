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

import { checkServiceName } from '@chartroom/backstage-plugin-chartroom-common';
import {
  findTakenNames,
  type OperationServices,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * Whether a new service may have a name, and if not, why: the same decision as that of the plan.
 *
 * @internal
 */
export async function checkName(options: {
  platform: string;
  name: string;
  services: OperationServices;
}): Promise<{ name: string; available: boolean; reason?: string }> {
  const { name, services } = options;
  const snapshot = await services.platforms.read({ name: options.platform });
  const { namesTaken } = await findTakenNames({ name, snapshot, services });
  const checked = checkServiceName({
    name,
    taken: [...snapshot.platform.namesTaken, ...namesTaken],
  });
  return checked.ok
    ? { name, available: true }
    : { name, available: false, reason: checked.reason };
}
