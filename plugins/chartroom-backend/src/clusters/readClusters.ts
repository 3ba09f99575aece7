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

import os from 'node:os';
import path from 'node:path';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { ClusterSettings, CredentialSettings } from './ClusterSettings';
import { parseSettings } from './parseSettings';
import { readKubernetesClusters } from './readKubernetesClusters';

const namespaces = z
  .array(
    z.string().regex(/^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$/, {
      error: 'must be the name of a namespace',
    }),
  )
  .min(1, { error: 'must name a namespace; leave it out for all of them' });

const common = {
  // EKS names a cluster by its ARN, GKE by project and zone
  name: z
    .string()
    .regex(/^[A-Za-z0-9](?:[-._:/A-Za-z0-9]{0,251}[A-Za-z0-9])?$/, {
      error:
        'must be letters, digits, dashes, dots, colons, slashes and underscores',
    }),
  namespaces: namespaces.optional(),
  helm: z
    .union([z.boolean(), z.strictObject({ namespaces })], {
      error: 'must be true, false or a map with namespaces',
    })
    .default(false),
};

/** By the key that says how the cluster is come by. */
const forms = {
  recording: z.strictObject({ ...common, recording: z.string().min(1) }),
  inCluster: z.strictObject({
    ...common,
    inCluster: z.literal(true, { error: 'must be true, or be left out' }),
  }),
  kubeconfig: z.strictObject({
    ...common,
    kubeconfig: z.strictObject({
      path: z.string().min(1),
      context: z.string().min(1).optional(),
    }),
  }),
  url: z.strictObject({
    ...common,
    url: z.string().min(1),
    caData: z.string().min(1).optional(),
    caFile: z.string().min(1).optional(),
    token: z.string().min(1).optional(),
    tokenFile: z.string().min(1).optional(),
    skipTLSVerify: z.boolean().default(false),
  }),
  named: z.strictObject(common),
};

type Entry = z.infer<(typeof forms)[keyof typeof forms]>;

/**
 * Reads which clusters are observed: those of `chartroom.clusters`, or, where that is absent, every one of the
 * `kubernetes` plugin's configuration.
 *
 * @remarks
 * Throws InputError that names the key; never its value, which may be a credential.
 *
 * @internal
 */
export function readClusters(options: {
  config: Config;
  logger: LoggerService;
}): ClusterSettings[] {
  const { config, logger } = options;
  const known = readKubernetesClusters({ config, logger });
  const key = 'chartroom.clusters';
  const entries = config.getOptional(key);
  if (entries === undefined) {
    return known;
  }
  const settings = parseSettings({
    schema: z.array(z.looseObject({})),
    value: entries,
    key,
  }).map((value, index) => {
    const place = `${key}[${index}]`;
    const entry = parseEntry({ value, key: place });
    return settingsOf({ entry, known, key: place });
  });
  const names = new Set<string>();
  for (const { name } of settings) {
    if (names.has(name)) {
      throw new InputError(
        `Configuration ${key} is wrong: it names the cluster '${name}' twice`,
      );
    }
    names.add(name);
  }
  return settings;
}

function parseEntry(options: {
  value: Readonly<Record<string, unknown>>;
  key: string;
}): Entry {
  const { value, key } = options;
  if ('recording' in value) {
    return parseSettings({ schema: forms.recording, value, key });
  }
  if ('inCluster' in value) {
    return parseSettings({ schema: forms.inCluster, value, key });
  }
  if ('kubeconfig' in value) {
    return parseSettings({ schema: forms.kubeconfig, value, key });
  }
  return 'url' in value
    ? parseSettings({ schema: forms.url, value, key })
    : parseSettings({ schema: forms.named, value, key });
}

function settingsOf(options: {
  entry: Entry;
  known: readonly ClusterSettings[];
  key: string;
}): ClusterSettings {
  const { entry, known, key } = options;
  const { name, helm } = entry;
  const watched = {
    name,
    namespaces: entry.namespaces,
    helm: optedIn(helm),
  };
  const outside =
    typeof helm === 'object' && entry.namespaces
      ? helm.namespaces.find(it => !entry.namespaces?.includes(it))
      : undefined;
  if (outside !== undefined) {
    throw new InputError(
      `Configuration ${key}.helm is wrong: the namespace '${outside}' is not among the cluster's namespaces; add it there`,
    );
  }
  return { ...watched, access: accessOf({ entry, known, key }) };
}

function accessOf(options: {
  entry: Entry;
  known: readonly ClusterSettings[];
  key: string;
}): ClusterSettings['access'] {
  const { entry, known, key } = options;
  if ('recording' in entry) {
    return { type: 'recording', directory: path.resolve(entry.recording) };
  }
  if ('inCluster' in entry) {
    return { type: 'inCluster' };
  }
  if ('kubeconfig' in entry) {
    const { path: file, context } = entry.kubeconfig;
    return { type: 'kubeconfig', path: withHome(file), context };
  }
  if ('url' in entry) {
    const { url, caData, caFile, skipTLSVerify, token, tokenFile } = entry;
    if (token !== undefined && tokenFile !== undefined) {
      throw new InputError(
        `Configuration ${key} is wrong: it has both token and tokenFile; leave one out`,
      );
    }
    return {
      type: 'address',
      url,
      caData,
      caFile,
      skipTLSVerify,
      credentials: credentialsOf({ token, tokenFile }),
    };
  }
  const same = known.find(({ name }) => name === entry.name);
  if (!same) {
    throw new InputError(
      `Configuration ${key} is wrong: the kubernetes plugin's configuration has no cluster '${entry.name}'; say how it is reached by url, kubeconfig, inCluster or recording`,
    );
  }
  return same.access;
}

function optedIn(helm: Entry['helm']): ClusterSettings['helm'] {
  if (typeof helm === 'object') {
    return helm;
  }
  return helm ? {} : undefined;
}

function credentialsOf(options: {
  token: string | undefined;
  tokenFile: string | undefined;
}): CredentialSettings {
  const { token, tokenFile } = options;
  if (token !== undefined) {
    return { type: 'token', token };
  }
  return tokenFile === undefined
    ? { type: 'none' }
    : { type: 'tokenFile', path: withHome(tokenFile) };
}

function withHome(file: string): string {
  return path.resolve(file.replace(/^~(?=\/|$)/, os.homedir()));
}
