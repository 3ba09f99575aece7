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

import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { chartroomApiRef } from '../../api';
import { messageOf } from '../../asking';
import { readServiceForm } from '../readServiceForm';
import { refuseByPattern, refuseByServer } from './decideServiceName';

/**
 * Stops the form at a name that cannot be had, with the words that the field
 * shows while typing.
 *
 * @internal
 */
export const validateServiceName: CustomFieldValidator<string> = async (
  name,
  validation,
  { apiHolder, formData },
) => {
  const byPattern = refuseByPattern(name);
  if (byPattern) {
    validation.addError(byPattern);
    return;
  }
  const { platform, owner, operationId } = readServiceForm(formData);
  const api = apiHolder.get(chartroomApiRef);
  // An operation that is to be finished holds the name itself; the plan knows whether it does
  if (!platform || !api || operationId) {
    return;
  }
  try {
    const byServer = await refuseByServer({ api, platform, name, owner });
    if (byServer) {
      validation.addError(byServer);
    }
  } catch (error) {
    validation.addError(`The name could not be checked: ${messageOf(error)}`);
  }
};
