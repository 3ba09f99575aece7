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

import { isMap } from '../../values/isMap';
import type { KubernetesObject } from '../../kubernetes';
import { groupKindOf, momentOf, ruleFor } from '../reading';
import type { HealthStatus } from '../types';
import { argoRules } from './argoRules';
import { NoVerdictError, RuleError } from './reading';
import { progressing, unknown } from './result';

/** Argo CD keeps a hook until it has read its health (`gitops-engine/pkg/sync/hook/hook.go`). */
const hookFinalizer = 'argocd.argoproj.io/hook-finalizer';

/**
 * The health of an object as Argo CD says it (`GetResourceHealth` in `gitops-engine/pkg/health/health.go`); undefined
 * where it has no rule, so that the object does not count.
 *
 * @internal
 */
export function argoHealth(options: {
  resource: KubernetesObject;
}): HealthStatus | undefined {
  const { resource } = options;
  if (isBeingDeleted(resource) && !hasHookFinalizer(resource)) {
    return progressing('Pending deletion');
  }
  try {
    return ruleFor(argoRules, groupKindOf(resource))?.(resource);
  } catch (error) {
    if (error instanceof NoVerdictError) {
      return undefined;
    }
    if (error instanceof RuleError) {
      return unknown(error.message);
    }
    throw error;
  }
}

function isBeingDeleted(resource: KubernetesObject): boolean {
  const time: unknown = resource.metadata.deletionTimestamp;
  return typeof time === 'string' && momentOf(time) !== undefined;
}

/** Finalizers of which one is no text are none (`unstructured.NestedStringSlice`). */
function hasHookFinalizer(resource: KubernetesObject): boolean {
  const { finalizers }: { finalizers?: unknown } = isMap(resource.metadata)
    ? resource.metadata
    : {};
  return (
    Array.isArray(finalizers) &&
    finalizers.every(finalizer => typeof finalizer === 'string') &&
    finalizers.includes(hookFinalizer)
  );
}
