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

import type { Service } from '../../matrix';
import type { AgreementContext } from '../AgreementContext';
import { derivations } from '../derivations';

/**
 * The labels by which the pods of a service are known.
 *
 * @internal
 */
export function serviceLabels(options: {
  context: AgreementContext;
  service: Service;
}): Readonly<Record<string, string>> {
  const { context, service } = options;
  const { matrix, platform } = context;
  const { profiles } = platform;
  const block =
    service.kind === 'backing-service'
      ? derivations.backingService({ matrix, service, profiles }).block
      : undefined;
  return block?.podLabels ?? { 'app.kubernetes.io/name': service.name };
}
