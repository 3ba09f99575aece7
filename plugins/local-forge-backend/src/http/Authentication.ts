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

import { AuthenticationError } from '@backstage/errors';
import type { Request } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';

/**
 * The forge's one user; the token is that of this user.
 *
 * @internal
 */
export const forgeUser = 'chartroom';

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The secrets that an Authorization header offers, in the forms that Gitea accepts. */
function offeredSecrets(header: string): string[] {
  const [, scheme, value] = /^(\w+) +(\S+)$/.exec(header.trim()) ?? [];
  switch (scheme?.toLowerCase()) {
    case 'token':
    case 'bearer':
      return [value];
    case 'basic': {
      // The token is the password, or the user name with a placeholder as password.
      const pair = Buffer.from(value, 'base64').toString();
      const colon = pair.indexOf(':');
      return colon < 0 ? [] : [pair.slice(colon + 1), pair.slice(0, colon)];
    }
    default:
      return [];
  }
}

/**
 * Tells whether a request comes from the forge's user.
 *
 * @internal
 */
export class Authentication {
  readonly #token: Buffer;

  private constructor(token: string) {
    this.#token = digest(token);
  }

  static create(options: { token: string }): Authentication {
    return new Authentication(options.token);
  }

  /** The user; undefined without credentials. Throws AuthenticationError for wrong ones, also where none are needed. */
  user(options: { request: Request }): string | undefined {
    const header = options.request.get('authorization');
    if (header === undefined) {
      return undefined;
    }
    const known = offeredSecrets(header).some(secret =>
      timingSafeEqual(digest(secret), this.#token),
    );
    if (!known) {
      throw new AuthenticationError('invalid username, password or token');
    }
    return forgeUser;
  }

  /** The user; throws AuthenticationError when there is none. */
  requireUser(options: { request: Request }): string {
    const user = this.user(options);
    if (user === undefined) {
      throw new AuthenticationError('token is required');
    }
    return user;
  }
}
