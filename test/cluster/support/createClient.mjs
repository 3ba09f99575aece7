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

import { Agent, request as httpsRequest } from 'node:https';

/** A small client of an API server: JSON in and out, for what tests prepare and look at. */
export function createClient(options) {
  const { server, authority, token } = options;
  const agent = new Agent({ ca: authority, keepAlive: true });
  const resources = new Map();

  /** The answer's body, parsed; an answer of 400 and above rejects with its sentence and status. */
  async function request({ method = 'GET', path, body, type, as = token }) {
    const { status, text } = await send({
      url: new URL(path, server),
      agent,
      method,
      headers: {
        authorization: `Bearer ${as}`,
        accept: 'application/json',
        ...(body && { 'content-type': type ?? 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    if (status >= 400) {
      throw Object.assign(
        new Error(`${method} ${path}: ${status} ${sentence(text)}`),
        { status },
      );
    }
    return text.startsWith('{') ? JSON.parse(text) : text;
  }

  /** The path of an object, by what the server says of its kind. */
  async function pathOf({ apiVersion, kind, metadata }) {
    const root = apiVersion.includes('/')
      ? `/apis/${apiVersion}`
      : `/api/${apiVersion}`;
    const key = `${apiVersion} ${kind}`;
    if (!resources.has(key)) {
      const { resources: found } = await request({ path: root });
      for (const resource of found.filter(({ name }) => !name.includes('/'))) {
        resources.set(`${apiVersion} ${resource.kind}`, resource);
      }
    }
    const resource = resources.get(key);
    if (!resource) {
      throw new Error(`the cluster knows no ${key}`);
    }
    const namespace = resource.namespaced
      ? `/namespaces/${metadata.namespace ?? 'default'}`
      : '';
    return `${root}${namespace}/${resource.name}/${metadata.name}`;
  }

  return {
    request,
    pathOf,
    /** Applies objects, one after the other, and resolves with them as the server holds them. */
    async apply(...objects) {
      const applied = [];
      for (const object of objects) {
        const path = `${await pathOf(
          object,
        )}?fieldManager=chartroom-test&force=true`;
        applied.push(
          await request({
            method: 'PATCH',
            path,
            body: object,
            type: 'application/apply-patch+yaml',
          }),
        );
      }
      return applied;
    },
    /** The items of a list. */
    async list(path) {
      return (await request({ path })).items;
    },
    close: () => agent.destroy(),
  };
}

function send({ url, body, ...options }) {
  return new Promise((resolve, reject) => {
    const outgoing = httpsRequest(url, options, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () =>
        resolve({
          status: response.statusCode,
          text: Buffer.concat(chunks).toString(),
        }),
      );
    });
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

/** What a Status object says, or the text as it is. */
function sentence(text) {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text;
  }
}
