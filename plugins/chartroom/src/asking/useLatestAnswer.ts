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

import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * The state of a question that is asked again whenever it changes.
 *
 * @internal
 */
export interface LatestAnswer<T> {
  /** The last answer that came; while `isPending`, one to an older question. */
  readonly answer?: T;
  /** What the current question failed with. */
  readonly error?: unknown;
  /** Whether the current question is not answered yet. */
  readonly isPending: boolean;
  /** Asks the current question again. */
  readonly retry: () => void;
}

/**
 * Asks a question once it has stood still for a moment, and ignores answers to
 * questions that are no longer asked.
 *
 * @param options - `question` identifies what is asked, `undefined` asks
 * nothing; `ask` is called with no arguments once per question;
 * `delayMilliseconds` is how long a question must stand still.
 *
 * @internal
 */
export function useLatestAnswer<T>(options: {
  question: string | undefined;
  ask: () => Promise<T>;
  delayMilliseconds: number;
}): LatestAnswer<T> {
  const { question, ask, delayMilliseconds } = options;
  const [answered, setAnswered] = useState<{ question: string; answer: T }>();
  const [failed, setFailed] = useState<{ question: string; error: unknown }>();
  const [attempt, setAttempt] = useState(0);
  const latestAsk = useRef(ask);
  latestAsk.current = ask;

  useEffect(() => {
    if (question === undefined) {
      return undefined;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      latestAsk.current().then(
        answer => {
          if (isCurrent) {
            setAnswered({ question, answer });
            setFailed(undefined);
          }
        },
        error => {
          if (isCurrent) {
            setFailed({ question, error });
          }
        },
      );
    }, delayMilliseconds);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [question, attempt, delayMilliseconds]);

  const retry = useCallback(() => {
    setFailed(undefined);
    setAttempt(current => current + 1);
  }, []);

  const hasFailed = question !== undefined && failed?.question === question;
  const isAnswered = question !== undefined && answered?.question === question;
  return {
    answer: answered?.answer,
    error: hasFailed ? failed.error : undefined,
    isPending: question !== undefined && !hasFailed && !isAnswered,
    retry,
  };
}
