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

import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  parseOperation,
  type Operation,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ActionServices } from './ActionServices';
import { authorizeCreate } from './authorizeCreate';
import { initiator } from './initiator';

/**
 * What every action with effects begins with: the operation, and the person who asked and may.
 *
 * @internal
 */
export async function operationContext(options: {
  services: ActionServices;
  /** The action's input `operation`. */
  operation: unknown;
  getInitiatorCredentials: () => Promise<BackstageCredentials>;
}): Promise<{
  operation: Operation;
  credentials: BackstageCredentials;
  /** Entity ref of the person. */
  createdBy: string;
}> {
  const { services } = options;
  const operation = parseOperation(options.operation);
  const credentials = await options.getInitiatorCredentials();
  await authorizeCreate({
    ...services,
    credentials,
    platform: operation.platform,
  });
  const createdBy = initiator({ auth: services.auth, credentials });
  return { operation, credentials, createdBy };
}
