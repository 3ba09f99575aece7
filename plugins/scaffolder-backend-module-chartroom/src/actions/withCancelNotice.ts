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
import type { EffectsLedger } from '@chartroom/backstage-plugin-chartroom-node';
import { logWayOut } from './logWayOut';

/**
 * Makes an action with effects say what is there when its task is cancelled: the scaffolder carries out no step after that, not even the one that undoes.
 *
 * @internal
 */
export function withCancelNotice(options: {
  action: TemplateAction<any, any, any>;
  ledger: EffectsLedger;
}): TemplateAction<any, any, any> {
  const { action, ledger } = options;
  return {
    ...action,
    async handler(context) {
      try {
        await action.handler(context);
      } finally {
        const operationId = context.input.operation?.id;
        if (context.signal?.aborted && typeof operationId === 'string') {
          await logWayOut({ operationId, ledger, logger: context.logger });
        }
      }
    },
  };
}
