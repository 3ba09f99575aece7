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

import { token } from './startForge';

/**
 * One call of the forge's API, with the token unless told otherwise.
 *
 * @internal
 */
export async function callApi(options: {
  url: string;
  method?: string;
  path: string;
  body?: unknown;
  authorization?: string;
}): Promise<{ status: number; headers: Headers; body: any }> {
  const { url, method = 'GET', path, body } = options;
  const { authorization = `token ${token}` } = options;
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: {
      ...(authorization === '' ? {} : { authorization }),
      'content-type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}
