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

import {
  AuthenticationError,
  CustomErrorBase,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { Errors } from 'isomorphic-git';

/**
 * Turns what isomorphic-git throws about a remote into one sentence without a credential.
 *
 * @internal
 */
export function gitError(options: {
  error: unknown;
  cloneUrl: string;
}): unknown {
  const { error, cloneUrl } = options;
  const { host } = new URL(cloneUrl);
  if (error instanceof CustomErrorBase) {
    return error;
  }
  if (error instanceof Errors.UserCanceledError) {
    return new AuthenticationError(
      `${host} refuses the credentials for ${cloneUrl}: correct the entry of this host under 'integrations'`,
    );
  }
  if (error instanceof Errors.HttpError) {
    const { statusCode } = error.data;
    switch (statusCode) {
      case 401:
        return new AuthenticationError(
          `${host} asks for credentials for ${cloneUrl}: add user name and token to the entry of this host under 'integrations'`,
        );
      case 403:
        return new NotAllowedError(
          `${host} does not allow this for ${cloneUrl}: the account under 'integrations' needs read and write access to the repository`,
        );
      case 404:
        return new NotFoundError(
          `There is no repository at ${cloneUrl}, or the account under 'integrations' must not see it`,
        );
      default:
        return new ServiceUnavailableError(
          `${host} answered ${statusCode} to git for ${cloneUrl}: try again when it is well`,
        );
    }
  }
  if (
    error instanceof Errors.SmartHttpError ||
    error instanceof Errors.ParseError
  ) {
    return new ServiceUnavailableError(
      `${host} does not answer as a git server at ${cloneUrl}: check the address`,
    );
  }
  return error;
}
