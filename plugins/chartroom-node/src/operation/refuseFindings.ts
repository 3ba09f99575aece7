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

import { ConflictError, InputError } from '@backstage/errors';
import {
  checkServiceName,
  type Plan,
} from '@chartroom/backstage-plugin-chartroom-common';

/**
 * Stops an operation whose plan has errors, with all of them in one message.
 *
 * @remarks
 * Throws ConflictError when the name is well formed and taken, InputError for anything else.
 *
 * @public
 */
export function refuseFindings(options: { plan: Plan }): void {
  const { findings, operation } = options.plan;
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    return;
  }
  const message = errors
    .map(({ message: what, fix }) => (fix ? `${what} ${fix}` : what))
    .join(' ');
  const { name } = operation.service;
  const isTaken =
    errors.some(({ rule }) => rule === 'service-name') &&
    checkServiceName({ name, taken: [] }).ok;
  throw isTaken ? new ConflictError(message) : new InputError(message);
}
