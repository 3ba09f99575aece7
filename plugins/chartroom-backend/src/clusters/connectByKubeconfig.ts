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

import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import type { ClusterConnection } from '../kubernetes';
import { createTokenSource } from './createTokenSource';
import { parseAddress } from './parseAddress';
import { readText } from './readText';
import { refused } from './refused';

const text = z.string().min(1).optional();

const schema = z.object({
  'current-context': z.string().optional(),
  contexts: z
    .array(
      z.object({
        name: z.string(),
        context: z.object({ cluster: z.string(), user: text }),
      }),
    )
    .default([]),
  clusters: z
    .array(
      z.object({
        name: z.string(),
        cluster: z.object({
          server: z.string(),
          'certificate-authority': text,
          'certificate-authority-data': text,
          'insecure-skip-tls-verify': z.boolean().default(false),
          'tls-server-name': text,
          'proxy-url': text,
        }),
      }),
    )
    .default([]),
  users: z
    .array(z.object({ name: z.string(), user: z.looseObject({}) }))
    .default([]),
});

const userSchema = z.object({
  token: text,
  tokenFile: text,
  'client-certificate': text,
  'client-certificate-data': text,
  'client-key': text,
  'client-key-data': text,
});

const NOT_HELD: Readonly<Record<string, string>> = {
  exec: 'runs a program for its credentials, which a collector does not do',
  'auth-provider': 'has an auth-provider, which Kubernetes itself has dropped',
  username: 'has a user name and password, which Kubernetes itself has dropped',
  as: 'impersonates another user, which a collector does not do',
};

/**
 * How the cluster of a kubeconfig's context is reached: with a token or a client certificate.
 *
 * @internal
 */
export async function connectByKubeconfig(options: {
  cluster: string;
  path: string;
  /** Absent: the current one. */
  context?: string;
}): Promise<ClusterConnection> {
  const { cluster } = options;
  const place = `the kubeconfig ${options.path}`;
  const config = parseKubeconfig({
    ...options,
    text: await readText({ cluster, path: options.path }),
  });
  const wanted = options.context ?? config['current-context'];
  const context = config.contexts.find(({ name }) => name === wanted)?.context;
  const server = config.clusters.find(
    ({ name }) => name === context?.cluster,
  )?.cluster;
  if (!context || !server) {
    throw refused({
      cluster,
      message: wanted
        ? `${place} has no context '${wanted}', or not its cluster`
        : `${place} has no current context: name one as kubeconfig.context`,
    });
  }
  if (server['proxy-url']) {
    throw refused({
      cluster,
      message: `${place} has a proxy-url, which a collector does not use`,
    });
  }
  const user = readUser({
    cluster,
    place,
    user: config.users.find(({ name }) => name === context.user)?.user ?? {},
  });
  /** Of a pair of keys, the content of one or the file that the other names. */
  const contentOf = async (data: string | undefined, file?: string) => {
    if (data !== undefined) {
      return Buffer.from(data, 'base64').toString('utf8');
    }
    return file === undefined
      ? undefined
      : readText({ cluster, path: besideOf(options.path, file) });
  };
  const { token, tokenFile } = user;
  const key = await contentOf(user['client-key-data'], user['client-key']);
  return {
    cluster,
    url: parseAddress({
      cluster,
      url: server.server,
      withCredentials: Boolean(token ?? tokenFile ?? key),
    }),
    tls: {
      ca: await contentOf(
        server['certificate-authority-data'],
        server['certificate-authority'],
      ),
      certificate: await contentOf(
        user['client-certificate-data'],
        user['client-certificate'],
      ),
      key,
      serverName: server['tls-server-name'],
      skipVerification: server['insecure-skip-tls-verify'],
    },
    // As kubectl: the file wins, since it is renewed.
    credentials: tokenFile
      ? createTokenSource({
          fetchToken: async () =>
            (
              await readText({
                cluster,
                path: besideOf(options.path, tokenFile),
              })
            ).trim(),
        })
      : { getToken: async () => token },
  };
}

function parseKubeconfig(options: {
  cluster: string;
  path: string;
  text: string;
}) {
  const { cluster } = options;
  let value: unknown;
  try {
    value = parse(options.text);
  } catch {
    value = undefined;
  }
  const { data, error } = schema.safeParse(value);
  if (!data) {
    const [issue] = error.issues;
    const where = value === undefined ? '' : ` at ${issue.path.join('.')}`;
    throw refused({
      cluster,
      message: `${options.path} is not a kubeconfig${where}`,
    });
  }
  return data;
}

function readUser(options: {
  cluster: string;
  place: string;
  user: Readonly<Record<string, unknown>>;
}) {
  const { cluster, place, user } = options;
  const held = Object.keys(NOT_HELD).find(key => user[key] !== undefined);
  if (held) {
    throw refused({
      cluster,
      message: `the user in ${place} ${NOT_HELD[held]}: use one with a token or a client certificate`,
    });
  }
  const { data } = userSchema.safeParse(user);
  if (!data) {
    throw refused({
      cluster,
      message: `the user in ${place} has a key that is no text`,
    });
  }
  return data;
}

/** Relative paths in a kubeconfig are relative to it. */
function besideOf(file: string, other: string): string {
  return path.resolve(path.dirname(file), other);
}
