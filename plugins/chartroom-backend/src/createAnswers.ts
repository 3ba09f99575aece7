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
  RootConfigService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { Evidence } from './createEvidence';
import { installationSecret } from './database';
import { DeploymentQueries, Visibility } from './deployments';
import { PlatformGuard, VisibleEntities } from './permissions';
import { readServingConfig } from './readServingConfig';
import { RevisionViews } from './revisions';

/**
 * What questions are answered by, whoever asks them: REST or an action.
 *
 * @internal
 */
export interface Answers {
  readonly guard: PlatformGuard;
  readonly queries: DeploymentQueries;
  readonly views: RevisionViews;
}

/**
 * Puts the answers on their evidence.
 *
 * @internal
 */
export async function createAnswers(options: {
  catalog: CatalogService;
  evidence: Evidence;
  knex: Knex;
  permissions: PermissionsService;
  rootConfig: RootConfigService;
}): Promise<Answers> {
  const { catalog, evidence, knex, permissions } = options;
  const { sensitiveWords } = readServingConfig({ config: options.rootConfig });
  const key = await installationSecret({ knex, name: 'redaction' });
  const guard = PlatformGuard.create({ permissions });
  const entities = VisibleEntities.create({ catalog });
  const { model, wanted } = evidence;
  const visibility = Visibility.create({ guard, entities, wanted });
  return {
    guard,
    queries: DeploymentQueries.create({ guard, model, visibility, wanted }),
    views: RevisionViews.create({
      history: evidence.history,
      redaction: { key, sensitiveWords },
    }),
  };
}
