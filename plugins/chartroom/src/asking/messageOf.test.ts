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

import { ResponseError } from '@backstage/errors';
import { messageOf } from './messageOf';

describe('messageOf', () => {
  it('says what the server said', async () => {
    const body = {
      error: { name: 'InputError', message: 'No platform is called x.' },
      response: { statusCode: 400 },
    };
    const error = await ResponseError.fromResponse({
      ok: false,
      status: 400,
      statusText: 'Bad Request',
      redirected: false,
      type: 'basic',
      url: 'http://localhost/api/chartroom/platforms/x',
      bodyUsed: true,
      headers: new Headers({ 'content-type': 'application/json' }),
      text: async () => JSON.stringify(body),
    } as any);
    expect(messageOf(error)).toBe('No platform is called x.');
  });

  it('says what went wrong on the way', () => {
    expect(messageOf(new TypeError('Failed to fetch'))).toBe('Failed to fetch');
  });
});
