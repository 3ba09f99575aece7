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

import type {
  PermissionsService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import type { EventsService } from '@backstage/plugin-events-node';
import type {
  Helm,
  OperationServices,
} from '@chartroom/backstage-plugin-chartroom-node';

/**
 * What the actions need of the world.
 *
 * @internal
 */
export interface ActionServices extends OperationServices {
  /** Of commits; from `scaffolder.defaultAuthor`. */
  readonly author: { readonly name: string; readonly email: string };
  readonly events: EventsService;
  /** Resolves with undefined where there is no Helm. */
  readonly helm: () => Promise<Helm | undefined>;
  readonly integrations: ScmIntegrations;
  readonly permissions: PermissionsService;
  readonly reader: UrlReaderService;
}
