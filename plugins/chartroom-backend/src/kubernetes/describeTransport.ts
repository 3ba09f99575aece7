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

import { isError } from '@backstage/errors';

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  ERR_STREAM_PREMATURE_CLOSE: 'the connection was cut',
  ENOTFOUND: 'the name of its host is not known',
  EAI_AGAIN: 'the name of its host could not be looked up',
  EHOSTUNREACH: 'its network cannot be reached',
  ENETUNREACH: 'its network cannot be reached',
  ETIMEDOUT: 'it did not answer in time',
  TimeoutError: 'it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  UND_ERR_BODY_TIMEOUT: 'it fell silent',
  UND_ERR_SOCKET: 'the connection was cut',
  UND_ERR_DESTROYED: 'the connection was given up',
  UND_ERR_CLOSED: 'the connection was given up',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
  DEPTH_ZERO_SELF_SIGNED_CERT:
    'its certificate is signed by no authority that is trusted: give the authority as caData or caFile',
  SELF_SIGNED_CERT_IN_CHAIN:
    'its certificate is signed by no authority that is trusted: give the authority as caData or caFile',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE:
    'its certificate is signed by no authority that is trusted: give the authority as caData or caFile',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY:
    'its certificate is signed by no authority that is trusted: give the authority as caData or caFile',
};

/**
 * Says in words why an address gave no answer; `undefined` where the error is about something else.
 *
 * @remarks
 * Nothing of the error's own text is taken over, since that may quote what was sent.
 *
 * @internal
 */
export function describeTransport(options: {
  error: unknown;
}): string | undefined {
  const codes = codesOf(options.error);
  const known = codes.find(it => Object.hasOwn(SENTENCES, it));
  if (known) {
    return SENTENCES[known];
  }
  const other = codes.find(it =>
    /^(?:E(?!RR_)|ERR_SSL_|ERR_TLS_|UND_|Z_|HPE_)[A-Z0-9_]{1,60}$/.test(it),
  );
  return other && `the connection failed (${other})`;
}

/** The codes and names of an error and of what caused it, the nearest first. */
function codesOf(error: unknown): string[] {
  const codes = new Array<string>();
  let cause = error;
  for (let depth = 0; depth < 5 && isError(cause); depth += 1) {
    if (typeof cause.code === 'string') {
      codes.push(cause.code);
    }
    codes.push(cause.name);
    // Several addresses of one host were tried.
    cause = Array.isArray(cause.errors) ? cause.errors[0] : cause.cause;
  }
  return codes;
}
