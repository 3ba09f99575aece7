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
import { joinStates } from './joinStates';

const REPORT_MILLISECONDS = 1_000;

/** One list and watch of a source. */
interface Reflection {
  readonly source: string;
  state: ReflectionState;
  /** Milliseconds since 1970. */
  confirmedAt?: number;
}

/**
 * Puts the states of a cluster's lists and watches together, and reports them: changes at once, confirmations at most
 * once a second.
 *
 * @internal
 */
export class FreshnessTracker {
  private readonly reflections = new Array<Reflection>();
  private timer?: NodeJS.Timeout;
  private told = '';

  private constructor(
    private readonly options: {
      cluster: string;
      sources: readonly string[];
      off: readonly SourceFreshness[];
      report: (freshness: ClusterFreshness) => void;
    },
  ) {}

  static create(options: {
    cluster: string;
    /** Names of the sources; the first is the one that every cluster has. */
    sources: readonly string[];
    /** Those that are not opted in. */
    off: readonly SourceFreshness[];
    report: (freshness: ClusterFreshness) => void;
  }): FreshnessTracker {
    return new FreshnessTracker(options);
  }

  /** Adds a list and watch, which tells its state by what is returned. */
  add(options: { source: string }): {
    onState: (state: ReflectionState) => void;
    onConfirmed: () => void;
  } {
    const reflection: Reflection = {
      source: options.source,
      state: { state: 'starting' },
    };
    this.reflections.push(reflection);
    return {
      onState: state => {
        reflection.state = state;
        this.reportChange();
      },
      onConfirmed: () => {
        reflection.confirmedAt = Date.now();
        this.timer ??= setTimeout(
          () => this.report(this.freshness()),
          REPORT_MILLISECONDS,
        );
      },
    };
  }

  /** Reports the state if it is another one than was reported last. */
  reportChange() {
    const freshness = this.freshness();
    const { observedAt: _, ...state } = freshness;
    const told = JSON.stringify(state);
    if (told !== this.told) {
      this.told = told;
      this.report(freshness);
    }
  }

  stop() {
    clearTimeout(this.timer);
  }

  private report(freshness: ClusterFreshness) {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.options.report(freshness);
  }

  private freshness(): ClusterFreshness {
    const { cluster, sources, off } = this.options;
    const joined = joinStates({
      sources: sources.map(source => ({
        source,
        states: this.reflections
          .filter(it => it.source === source)
          .map(({ state }) => state),
      })),
    });
    return {
      cluster,
      recorded: false,
      ...joined,
      observedAt: this.observedAt(),
      sources: [...joined.sources, ...off],
    };
  }

  /** What is shown is as old as the oldest part of it. */
  private observedAt(): string | undefined {
    const times = this.reflections
      .filter(({ state }) => ['live', 'failed'].includes(state.state))
      .map(({ confirmedAt }) => confirmedAt)
      .filter(it => it !== undefined);
    return times.length > 0
      ? new Date(Math.min(...times)).toISOString()
      : undefined;
  }
}
