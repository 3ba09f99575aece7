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

import { isError } from '@backstage/errors';
import type { TemplateAction } from '@backstage/plugin-scaffolder-node';

/** Errors that speak of what a person asked for, or of a host that is not there: none of them is a defect of ours. */
const PLAIN = new Set([
  'AuthenticationError',
  'ConflictError',
  'InputError',
  'NotAllowedError',
  'NotFastForwardError',
  'NotFoundError',
  'ServiceUnavailableError',
]);

/**
 * Makes an action's log say what was wrong in one sentence: the scaffolder writes an error's stack there.
 *
 * @internal
 */
export function withPlainErrors(
  action: TemplateAction<any, any, any>,
): TemplateAction<any, any, any> {
  return {
    ...action,
    async handler(context) {
      try {
        await action.handler(context);
      } catch (error) {
        if (isError(error) && PLAIN.has(error.name)) {
          error.stack = `${error.name}: ${error.message}`;
        }
        throw error;
      }
    },
  };
}
