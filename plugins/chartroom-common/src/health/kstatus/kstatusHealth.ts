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

import type { KubernetesObject } from '../../kubernetes';
import { groupKindOf, ruleFor } from '../reading';
import type { HealthStatus } from '../types';
import { checkGeneric } from './checkGeneric';
import { checkReady } from './checkReady';
import { kstatusRules } from './kstatusRules';
import { current } from './result';
import { UnreadableError } from './UnreadableError';

/**
 * The health of an object as kstatus says it: `Compute` of `sigs.k8s.io/cli-utils` v0.37.2
 * (`pkg/kstatus/status/status.go`), in its order. It knows every object, and is `Unknown` where kstatus gives an error.
 *
 * @internal
 */
export function kstatusHealth(options: {
  resource: KubernetesObject;
  now: Date;
}): HealthStatus {
  const { resource } = options;
  try {
    const rule = ruleFor(kstatusRules, groupKindOf(resource));
    return (
      checkGeneric(resource) ??
      rule?.(options) ??
      checkReady(resource) ??
      current('Resource is current')
    );
  } catch (error) {
    if (error instanceof UnreadableError) {
      return { status: 'Unknown', message: error.message };
    }
    throw error;
  }
}
