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

import { NotFoundError } from '@backstage/errors';
import { readPlatform } from '@chartroom/backstage-plugin-chartroom-common';
import type {
  PlatformConfig,
  PlatformFiles,
  PlatformPlace,
  Platforms,
} from '@chartroom/backstage-plugin-chartroom-node';

type Files = Readonly<Record<string, string>>;

/**
 * Platforms whose repositories are what a test writes, by name; their other branches and tags by `<name>@<ref>`. One that
 * is an Error cannot be read.
 */
export function writtenPlatforms(written: {
  [name: string]: Files | Error;
}): Platforms & { reads: string[] } {
  const reads = new Array<string>();
  const filesOf = (key: string) => {
    reads.push(key);
    const files = written[key];
    if (files instanceof Error) {
      throw files;
    }
    if (!files) {
      throw new NotFoundError(`There is no ${key}`);
    }
    return { files: new Map(Object.entries(files)), commit: commitOf(files) };
  };
  const names = () => Object.keys(written).filter(name => !/@/.test(name));
  const configOf = (name: string): PlatformConfig => ({
    name,
    url: `https://git.example.com/shop/${name}`,
    mode: 'commit',
    publisher: 'portal',
    catalogNamespace: 'default',
    visibility: 'private',
  });
  const locationOf = (options: { owner: string; name: string }) => {
    const webUrl = `https://git.example.com/${options.owner}/${options.name}`;
    return { ...options, webUrl, cloneUrl: `${webUrl}.git` };
  };
  const placeOf = (name: string) => ({
    config: configOf(name),
    defaultBranch: 'main',
    location: locationOf({ owner: 'shop', name }),
    // No more of a host than reading needs
    host: {
      location: locationOf,
      getRepository: async () => undefined,
      fileUrl: ({ path, ref, kind = 'branch' }: Record<string, string>) =>
        `https://git.example.com/${name}/src/${kind}/${ref}/${path}`,
    } as unknown as PlatformPlace['host'],
    repository: {} as PlatformPlace['repository'],
  });
  const list = () => names().map(configOf);
  return {
    reads,
    list,
    get: ({ name }) => {
      const found = list().find(it => it.name === name);
      if (!found) {
        throw new NotFoundError(`There is no platform ${name}`);
      }
      return found;
    },
    place: async ({ name }) => placeOf(name),
    read: async ({ name }) => {
      const { files, commit } = filesOf(name);
      return { ...placeOf(name), commit, platform: readPlatform({ files }) };
    },
    readAt: async ({ name, ref }): Promise<PlatformFiles> => ({
      ...placeOf(name),
      ...filesOf(`${name}@${ref}`),
      ref,
      kind: 'tag',
    }),
  };
}

function commitOf(files: Files): string {
  return Buffer.from(JSON.stringify(files)).toString('hex').slice(-40);
}

/** A shop of two services in two environments. */
export const shopFiles = {
  'service-matrix.yaml': `system: shop
environments:
  - { name: dev, cluster: eu-1, namespace: shop-dev }
  - { name: prod, cluster: eu-1, namespace: shop, ref: v1 }
services:
  - { name: web, port: 80, dependencies: [cart] }
  - { name: cart, port: 80 }
`,
  'helm/shop/Chart.yaml':
    'name: shop\ndependencies:\n  - { name: web, version: 1.3.0 }\n  - { name: cart, version: 1.3.0 }\n',
};

/** The shop as it was when prod was released. */
export const shopReleased = {
  ...shopFiles,
  'helm/shop/Chart.yaml': shopFiles['helm/shop/Chart.yaml'].replaceAll(
    '1.3.0',
    '1.2.0',
  ),
};
