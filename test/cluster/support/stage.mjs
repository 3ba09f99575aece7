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

/**
 * A Stage of kwok: what becomes of the objects of a kind for which every expression (jq) holds, after a delay in
 * milliseconds: a new status (a Go template), or what `next` or `steps` say.
 */
export function stage(options) {
  const { name, kind, when, delay, status, next, steps } = options;
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: {
      resourceRef: { apiGroup: 'v1', kind },
      selector: { matchExpressions: when },
      ...(delay && { delay: { durationMilliseconds: delay } }),
      ...(steps ? { steps } : { next: next ?? { statusTemplate: status } }),
    },
  };
}
