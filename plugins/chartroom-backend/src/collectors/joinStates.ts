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

import type {
  ClusterFreshness,
  SourceFreshness,
} from '@chartroom/backstage-plugin-chartroom-common';
import type { ReflectionState } from '../kubernetes';

// What a source's state is, where its lists and watches differ: the first that any of them is in.
const WORST_FIRST = ['failed', 'forbidden', 'starting', 'live'] as const;

/**
 * The state of a cluster, and of each of its sources, from those of their lists and watches.
 *
 * @internal
 */
export function joinStates(options: {
  /** The first is the one that every cluster has: until it is read, the cluster is starting. */
  sources: ReadonlyArray<{
    readonly source: string;
    readonly states: readonly ReflectionState[];
  }>;
}): Pick<ClusterFreshness, 'state' | 'message' | 'sources'> {
  const sources = options.sources.map(({ source, states }) =>
    sourceOf(source, states),
  );
  const asked = options.sources
    .flatMap(({ states }) => states)
    .filter(({ state }) => state !== 'absent' && state !== 'forbidden');
  const [down] = asked.flatMap(it =>
    it.state === 'failed' && it.unreachable ? [it] : [],
  );
  if (down && asked.every(it => it.state === 'failed' && it.unreachable)) {
    return { state: 'unreachable', message: down.message, sources };
  }
  if (options.sources[0]?.states.some(({ state }) => state === 'starting')) {
    return { state: 'starting', message: down?.message, sources };
  }
  const unwell = sources.filter(
    ({ state }) => state !== 'live' && state !== 'absent',
  );
  return unwell.length === 0
    ? { state: 'live', sources }
    : {
        state: 'partial',
        message: [
          ...new Set(
            unwell.map(
              ({ source, message }) =>
                message ?? `The source ${source} is still being read`,
            ),
          ),
        ].join('. '),
        sources,
      };
}

function sourceOf(
  source: string,
  states: readonly ReflectionState[],
): SourceFreshness {
  const state =
    WORST_FIRST.find(it => states.some(other => other.state === it)) ??
    (states.length > 0 ? 'absent' : 'starting');
  const messages = new Set(
    states.flatMap(it =>
      it.state === state && 'message' in it ? [it.message] : [],
    ),
  );
  const [first] = messages;
  return first === undefined
    ? { source, state }
    : {
        source,
        state,
        message:
          messages.size > 1
            ? `${first} (and ${messages.size - 1} more like this)`
            : first,
      };
}
