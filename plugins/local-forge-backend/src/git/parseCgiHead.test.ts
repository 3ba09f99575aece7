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

import { parseCgiHead } from './parseCgiHead';

describe('parseCgiHead', () => {
  it('reads status, headers and the beginning of the body', () => {
    const data = Buffer.from(
      'Status: 403 Forbidden\r\nContent-Type: text/plain\r\n\r\nbody\r\n\r\nmore',
    );
    const head = parseCgiHead({ data });
    expect(head).toMatchObject({
      status: 403,
      headers: { 'content-type': 'text/plain' },
    });
    expect(head?.rest.toString()).toBe('body\r\n\r\nmore');
  });

  it('is 200 without a status', () => {
    const data = Buffer.from('Expires: never\n\n');
    expect(parseCgiHead({ data })).toMatchObject({
      status: 200,
      headers: { expires: 'never' },
    });
  });

  it('waits for the end of the head', () => {
    const data = Buffer.from('Status: 200 OK\r\nContent-');
    expect(parseCgiHead({ data })).toBeUndefined();
  });
});
