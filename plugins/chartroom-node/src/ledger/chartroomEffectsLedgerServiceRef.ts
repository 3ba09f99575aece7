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
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { EffectsLedger } from './EffectsLedger';
import { HttpEffectsLedger } from './HttpEffectsLedger';

/**
 * The record of what operations did; by default that of plugin `chartroom`, over HTTP.
 *
 * @public
 */
export const chartroomEffectsLedgerServiceRef = createServiceRef<EffectsLedger>(
  {
    id: 'chartroom.effects-ledger',
    scope: 'plugin',
    defaultFactory: async service =>
      createServiceFactory({
        service,
        deps: { discovery: coreServices.discovery, auth: coreServices.auth },
        factory: deps => HttpEffectsLedger.create(deps),
      }),
  },
);
