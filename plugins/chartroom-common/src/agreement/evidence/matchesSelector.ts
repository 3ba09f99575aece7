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

import type { LabelSelector } from './manifestSchemas';

/**
 * Whether a selector means a set of labels, as Kubernetes has it
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels).
 *
 * @internal
 */
export function matchesSelector(options: {
  selector: LabelSelector;
  labels: Readonly<Record<string, string>>;
}): boolean {
  const { selector, labels } = options;
  const valueOf = (key: string) =>
    Object.hasOwn(labels, key) ? labels[key] : undefined;
  const { matchLabels, matchExpressions } = selector;
  return (
    Object.entries(matchLabels ?? {}).every(
      ([key, value]) => valueOf(key) === value,
    ) &&
    (matchExpressions ?? []).every(({ key, operator, values }) => {
      const value = valueOf(key);
      const isAmong = value !== undefined && (values ?? []).includes(value);
      return {
        In: isAmong,
        NotIn: !isAmong,
        Exists: value !== undefined,
        DoesNotExist: value === undefined,
      }[operator];
    })
  );
}
