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

import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { checkPorts, listener, portMessage } from './ports.mjs';

test('a taken port is named with its owner', () => {
  assert.equal(
    portMessage({
      name: 'backend',
      port: 7007,
      owner: { pid: '42', name: 'node server.js' },
    }),
    'Port 7007, where the backend listens, is in use by process 42 (node server.js); stop that program and run this again.',
  );
  assert.match(
    portMessage({ name: 'portal', port: 3000 }),
    /in use by another program;/,
  );
});

test('the process is read from lsof and from ss', () => {
  assert.equal(listener('4711\n4712\n'), '4711');
  assert.equal(
    listener('LISTEN 0 511 *:7007 *:* users:(("MainThread",pid=815,fd=23))'),
    '815',
  );
  assert.equal(listener('lsof: no such option'), undefined);
});

test('a port where something answers is refused, a free one is not', async t => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  const { port } = server.address();
  await assert.rejects(
    checkPorts({ wanted: { forge: port }, env: process.env }),
    new RegExp(`^LauncherError: Port ${port}, where the forge listens`),
  );
  await new Promise(resolve => server.close(resolve));
  await checkPorts({ wanted: { forge: port }, env: process.env });
});
