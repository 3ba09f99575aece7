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

import type { Dispatcher } from 'undici';
import { describeRequest } from './describeRequest';
import { KubernetesError, type KubernetesFailure } from './KubernetesError';
import type { KubernetesRequest } from './KubernetesRequest';

const MAXIMUM_BYTES = 65_536;
const MAXIMUM_MESSAGE = 300;

const FAILURES: Readonly<Record<number, KubernetesFailure>> = {
  401: 'unauthorized',
  403: 'forbidden',
  404: 'absent',
  410: 'expired',
};

/**
 * Says in a sentence why an API server did not give what was asked for, and reads its answer to the end.
 *
 * @internal
 */
export async function readRefusal(options: {
  cluster: string;
  request: KubernetesRequest;
  response: Dispatcher.ResponseData;
}): Promise<KubernetesError> {
  const { cluster, request, response } = options;
  const { statusCode } = response;
  const said = await saidBy(response);
  return new KubernetesError({
    failure: FAILURES[statusCode] ?? 'rejected',
    message: `Cluster ${cluster} ${sentence({
      statusCode,
      asked: describeRequest({ request }),
      // Of Secrets alone the bodies are asked for, one by one.
      verbs:
        request.resource === 'secrets'
          ? 'get, list and watch'
          : 'list and watch',
      said,
    })}`,
  });
}

function sentence(options: {
  statusCode: number;
  asked: string;
  /** Which a collector needs on what it asked for. */
  verbs: string;
  /** What the API server says itself; who was refused may be named in it, so it is told of other failures only. */
  said: string;
}): string {
  const { statusCode, asked, verbs, said } = options;
  switch (statusCode) {
    case 401:
      return 'does not accept the credentials that it is given: they have expired, or are of another cluster';
    case 403:
      return `does not allow Chartroom to ${asked}: grant its account the verbs ${verbs} on them`;
    case 404:
      return `does not have what was asked for: ${asked}`;
    case 410:
      return `no longer keeps what was asked for: ${asked}`;
    default:
      return statusCode >= 300 && statusCode < 400
        ? 'answers with a redirect, which is not followed: configure the address of the API server itself'
        : `answered ${statusCode} when asked to ${asked}${said}`;
  }
}

/** What the API server says in a `Status`, cut short and on one line. */
async function saidBy(response: Dispatcher.ResponseData): Promise<string> {
  let text = '';
  try {
    for await (const chunk of response.body) {
      text += Buffer.from(chunk).toString('utf8');
      if (text.length > MAXIMUM_BYTES) {
        return '';
      }
    }
    const status: unknown = JSON.parse(text);
    if (
      typeof status === 'object' &&
      status !== null &&
      'message' in status &&
      typeof status.message === 'string'
    ) {
      const line = status.message.replace(/[\p{C}\s]+/gu, ' ').trim();
      return line ? `: ${line.slice(0, MAXIMUM_MESSAGE)}` : '';
    }
  } catch {
    // An answer that is no Status, or is cut off, says nothing more.
  }
  return '';
}
