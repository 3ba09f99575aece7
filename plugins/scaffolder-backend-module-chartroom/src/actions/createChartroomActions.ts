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

import type { TemplateAction } from '@backstage/plugin-scaffolder-node';
import type { ActionServices } from './ActionServices';
import { createEnsureCatalogAction } from './createEnsureCatalogAction';
import { createPlanOperationAction } from './createPlanOperationAction';
import { createProposePlatformAction } from './createProposePlatformAction';
import { createPublishServiceAction } from './createPublishServiceAction';
import { createRenderSkeletonAction } from './createRenderSkeletonAction';
import { createUndoOperationAction } from './createUndoOperationAction';
import { createVerifyChartAction } from './createVerifyChartAction';
import { withCancelNotice } from './withCancelNotice';
import { withPlainErrors } from './withPlainErrors';

/**
 * All actions of Chartroom; a new one is a file and a line here.
 *
 * @internal
 */
export function createChartroomActions(options: {
  services: ActionServices;
}): TemplateAction<any, any, any>[] {
  const { ledger } = options.services;
  return [
    createPlanOperationAction(options),
    createRenderSkeletonAction(options),
    createVerifyChartAction(options),
    ...[
      createPublishServiceAction(options),
      createProposePlatformAction(options),
      createEnsureCatalogAction(options),
    ].map(action => withCancelNotice({ action, ledger })),
    createUndoOperationAction(options),
  ].map(withPlainErrors);
}
