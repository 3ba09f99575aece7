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

import type { KubernetesObject } from '../kubernetes';

/** As Helm and Argo CD have it: anybody may write anything into an annotation. */
const name = /^[a-z0-9](?:[-a-z0-9.]{0,61}[a-z0-9])?$/;

/**
 * The release that an object says it is of; undefined where it says none.
 *
 * @internal
 */
export function releaseOfLabels(
  object: KubernetesObject | undefined,
): string | undefined {
  const { labels = {}, annotations = {} } = object?.metadata ?? {};
  const told =
    annotations['meta.helm.sh/release-name'] ??
    labels['app.kubernetes.io/instance'];
  return told !== undefined && name.test(told) ? told : undefined;
}
