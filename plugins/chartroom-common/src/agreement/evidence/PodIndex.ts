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
import { matchesSelector } from './matchesSelector';
import type { RenderedPod } from './NetworkObjects';

/**
 * Pods by their labels, so that a selector is not tried on each of them.
 *
 * @internal
 */
export class PodIndex {
  private readonly byLabel = new Map<string, RenderedPod[]>();

  constructor(
    private readonly pods: readonly RenderedPod[],
    /** Namespace of what names none. */
    private readonly namespace: string,
  ) {
    for (const pod of pods) {
      for (const [key, value] of Object.entries(pod.labels)) {
        const label = `${key}=${value}`;
        const same = this.byLabel.get(label);
        if (same) {
          same.push(pod);
        } else {
          this.byLabel.set(label, [pod]);
        }
      }
    }
  }

  /** The pods in a namespace that a selector means; an empty one means all. */
  select(options: {
    selector: LabelSelector;
    /** Default that of the release. */
    namespace?: string;
  }): readonly RenderedPod[] {
    const { selector, namespace = this.namespace } = options;
    return this.candidates(selector).filter(
      pod =>
        (pod.namespace ?? this.namespace) === namespace &&
        matchesSelector({ selector, labels: pod.labels }),
    );
  }

  /** The pods with one of the labels that the selector asks for. */
  private candidates(selector: LabelSelector): readonly RenderedPod[] {
    const [label] = Object.entries(selector.matchLabels ?? {});
    if (label) {
      return this.byLabel.get(label.join('=')) ?? [];
    }
    const listed = selector.matchExpressions?.find(
      ({ operator }) => operator === 'In',
    );
    return listed
      ? [...new Set(listed.values)].flatMap(
          value => this.byLabel.get(`${listed.key}=${value}`) ?? [],
        )
      : this.pods;
  }
}
