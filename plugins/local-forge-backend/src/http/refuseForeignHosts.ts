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

import type { RequestHandler } from 'express';

const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Answers only requests that name this machine as their host.
 *
 * @remarks
 * Without it a page anywhere could point a name of its own at 127.0.0.1 and read the forge through a
 * visitor's browser (DNS rebinding).
 *
 * @internal
 */
export function refuseForeignHosts(): RequestHandler {
  return (request, response, next) => {
    if (ownHost.test(request.get('host') ?? '')) {
      next();
      return;
    }
    response
      .status(421)
      .type('text/plain')
      .send('The local forge answers at localhost only.\n');
  };
}
