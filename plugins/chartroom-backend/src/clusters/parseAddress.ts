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

import { refused } from './refused';

/**
 * The address of an API server, which must not send credentials in the clear.
 *
 * @internal
 */
export function parseAddress(options: {
  cluster: string;
  url: string;
  /** Whether something secret is sent there. */
  withCredentials: boolean;
}): URL {
  const { cluster, withCredentials } = options;
  const url = URL.parse(options.url);
  if (
    !url ||
    !/^https?:$/.test(url.protocol) ||
    url.search ||
    url.hash ||
    url.username ||
    url.password
  ) {
    throw refused({
      cluster,
      message:
        'its address must be an https address without credentials, query and fragment',
    });
  }
  const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(
    url.hostname,
  );
  if (url.protocol === 'http:' && withCredentials && !loopback) {
    throw refused({
      cluster,
      message: `its address is http, so that anyone on the way could read the token: use https`,
    });
  }
  return url;
}
