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

import { request } from 'node:http';
import { join } from 'node:path';

/**
 * Makes etcd forget every revision but the newest, as it does in any cluster after some minutes. Who asks the API server
 * for changes since an older one then gets "too old resource version", once its own memory is gone too: after a restart.
 */
export async function compactEtcd(options) {
  const { directory } = options;
  const socketPath = join(directory, 'client:1');
  const { header } = await ask({
    socketPath,
    path: '/v3/kv/range',
    body: { key: Buffer.from('/').toString('base64') },
  });
  await ask({
    socketPath,
    path: '/v3/kv/compaction',
    body: { revision: header.revision, physical: true },
  });
}

function ask({ socketPath, path, body }) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ socketPath, path, method: 'POST' }, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) {
          resolve(JSON.parse(text));
        } else {
          reject(new Error(`etcd ${path}: ${text}`));
        }
      });
    });
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify(body));
  });
}
