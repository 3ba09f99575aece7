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
import { toError } from '@backstage/errors';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import useInterval from 'react-use/esm/useInterval';
import { useApi } from '@backstage/frontend-plugin-api';
import type { DeploymentsAnswer } from '@chartroom/backstage-plugin-chartroom-common';
import { chartroomApiRef } from '../api';
import type { ChartroomApi } from '../api';

/** The server answers from memory: asking often costs it little, and the browser sends what it has as a condition. */
const everyMilliseconds = 10_000;

/**
 * What runs of the service behind an entity, kept up to date while the page is looked at.
 *
 * @internal
 */
export interface DeploymentsState {
  /** The last answer; kept when a later question fails. */
  readonly answer?: DeploymentsAnswer;
  /** What the last question failed with. */
  readonly error?: unknown;
  /** Why git was not read again when that was last asked for. */
  readonly refreshError?: Error;
  readonly isPending: boolean;
  /** Has git read again, then asks. */
  readonly refresh: () => void;
}

/**
 * Asks for the deployments of an entity, again every ten seconds while the page is visible, and on request.
 *
 * @internal
 */
export function useDeployments(options: {
  entityRef: string;
}): DeploymentsState {
  const { entityRef } = options;
  const api = useApi(chartroomApiRef);
  const [last, setLast] = useState<{
    entityRef: string;
    answer: DeploymentsAnswer;
  }>();
  const answer = last?.entityRef === entityRef ? last.answer : undefined;
  const [refreshError, setRefreshError] = useState<Error>();
  const isRefreshAsked = useRef(false);
  const { value, error, loading, retry } = useAsyncRetry(async () => {
    if (isRefreshAsked.current) {
      isRefreshAsked.current = false;
      setRefreshError(await readGitAgain({ api, answer }));
    }
    return api.listDeployments({ entityRef });
  }, [api, entityRef]);

  useEffect(() => {
    if (value) {
      setLast({ entityRef, answer: value });
    }
  }, [value, entityRef]);
  useEffect(() => setRefreshError(undefined), [entityRef]);
  useInterval(() => {
    if (!document.hidden && !loading) {
      retry();
    }
  }, everyMilliseconds);

  return {
    answer,
    error: loading ? undefined : error,
    refreshError,
    isPending: loading,
    refresh: useCallback(() => {
      isRefreshAsked.current = true;
      retry();
    }, [retry]),
  };
}

/** Who may see what runs need not be among those who may have git read again: what fails here hides nothing. */
async function readGitAgain(options: {
  api: ChartroomApi;
  answer: DeploymentsAnswer | undefined;
}): Promise<Error | undefined> {
  const { api, answer } = options;
  const platforms = new Set(answer?.items.map(({ platform }) => platform));
  try {
    await Promise.all(
      [...platforms].map(platform => api.refreshDeployments({ platform })),
    );
    return undefined;
  } catch (error) {
    return toError(error);
  }
}
