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

import { sign } from 'node:crypto';

// The API server takes a token for so many seconds after its end
const leeway = 60;

const encode = value => Buffer.from(value).toString('base64url');

/**
 * A token of a ServiceAccount that is valid for as many seconds as a test wants, even none;
 * the API server itself gives none for less than ten minutes.
 */
export function signToken(options) {
  const { privateKey, issuer, serviceAccount, validFor } = options;
  const { name, namespace, uid } = serviceAccount.metadata;
  const now = Math.floor(Date.now() / 1000);
  const head = { alg: 'ES256', typ: 'JWT' };
  const claims = {
    iss: issuer,
    aud: [issuer],
    sub: `system:serviceaccount:${namespace}:${name}`,
    iat: now - 2 * leeway,
    nbf: now - 2 * leeway,
    exp: now - leeway + validFor,
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
  };
  const text = [head, claims]
    .map(part => encode(JSON.stringify(part)))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  });
  return `${text}.${encode(signature)}`;
}
