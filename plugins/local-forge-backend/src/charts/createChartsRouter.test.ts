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

import { createMockDirectory } from '@backstage/backend-test-utils';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { packTar } from '../__testUtils__/packTar';
import { seed } from '../__testUtils__/seed';
import { startForge, token } from '../__testUtils__/startForge';

jest.setTimeout(60_000);

const authorization = `Basic ${btoa(`chartroom:${token}`)}`;

function chart(options: { name: string; version: string; more?: string }) {
  const { name, version, more = '' } = options;
  const content = `apiVersion: v2\nname: ${name}\nversion: ${version}\n${more}`;
  return packTar([{ name: `${name}/Chart.yaml`, content }]);
}

describe('the chart repository', () => {
  const forge = startForge();

  const upload = async (
    archive: Buffer,
    headers: HeadersInit = { authorization },
  ) => {
    const answer = await fetch(`${forge.url}/charts/api/charts`, {
      method: 'POST',
      headers,
      body: archive,
    });
    return { status: answer.status, body: await answer.json() };
  };
  const index = async () =>
    parse(await (await fetch(`${forge.url}/charts/index.yaml`)).text());

  it('keeps a chart, lists it, and gives it back', async () => {
    const more =
      'appVersion: "1.10"\ndescription: "no: really"\ntype: library\n';
    const archive = await chart({ name: 'cart', version: '1.0.0', more });
    expect(await upload(archive)).toEqual({
      status: 201,
      body: { saved: true },
    });

    const { apiVersion, entries } = await index();
    expect(apiVersion).toBe('v1');
    expect(entries.cart).toEqual([
      {
        apiVersion: 'v2',
        name: 'cart',
        version: '1.0.0',
        appVersion: '1.10',
        description: 'no: really',
        type: 'library',
        created: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
        digest: createHash('sha256').update(archive).digest('hex'),
        urls: ['cart-1.0.0.tgz'],
      },
    ]);
    const answer = await fetch(`${forge.url}/charts/cart-1.0.0.tgz`);
    expect(answer.headers.get('content-type')).toBe('application/gzip');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(archive);
  });

  it('lists the highest version first', async () => {
    for (const version of ['1.9.0', '1.10.0', '1.10.0-rc.1', '1.10.0+b2']) {
      await upload(await chart({ name: 'order', version }));
    }
    const { entries } = await index();
    const versions = entries.order.map((entry: any) => entry.version);
    expect(versions.slice(-2)).toEqual(['1.10.0-rc.1', '1.9.0']);
    expect(versions).toHaveLength(4);
    const answer = await fetch(`${forge.url}/charts/order-1.10.0+b2.tgz`);
    expect(answer.status).toBe(200);
  });

  it('takes the same bytes again, and refuses others for the same version', async () => {
    const archive = await chart({ name: 'again', version: '1.0.0' });
    expect((await upload(archive)).status).toBe(201);
    expect((await upload(archive)).status).toBe(200);
    const other = await chart({
      name: 'again',
      version: '1.0.0',
      more: 'description: other\n',
    });
    expect(await upload(other)).toEqual({
      status: 409,
      body: { error: 'again-1.0.0.tgz already exists with other content' },
    });
  });

  it('lets one of two different uploads at once win', async () => {
    const archives = await Promise.all(
      ['a', 'b'].map(text =>
        chart({
          name: 'race',
          version: '1.0.0',
          more: `description: ${text}\n`,
        }),
      ),
    );
    const answers = await Promise.all(archives.map(archive => upload(archive)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  it('removes a version', async () => {
    await upload(await chart({ name: 'old', version: '1.0.0' }));
    const remove = (headers: HeadersInit) =>
      fetch(`${forge.url}/charts/api/charts/old/1.0.0`, {
        method: 'DELETE',
        headers,
      });
    expect((await remove({})).status).toBe(401);
    const answer = await remove({ authorization });
    expect(await answer.json()).toEqual({ deleted: true });
    expect((await remove({ authorization })).status).toBe(404);
    expect((await index()).entries.old).toBeUndefined();
    const other = await chart({
      name: 'old',
      version: '1.0.0',
      more: 'type: library\n',
    });
    expect((await upload(other)).status).toBe(201);
  });

  it('refuses uploads without the token, that are no charts, or too large', async () => {
    const archive = await chart({ name: 'x', version: '1.0.0' });
    expect(await upload(archive, {})).toEqual({
      status: 401,
      body: { error: 'token is required' },
    });
    const wrong = { authorization: `Basic ${btoa('a:b')}` };
    expect((await upload(archive, wrong)).status).toBe(401);
    expect((await upload(Buffer.from('x'))).status).toBe(400);
    expect((await upload(Buffer.alloc(0))).status).toBe(400);
    expect((await upload(Buffer.alloc(17 * 1024 * 1024))).status).toBe(413);
  });

  it('passes over files that it has not put there', async () => {
    await writeFile(join(forge.directory, 'charts', 'note.txt'), 'x');
    await writeFile(join(forge.directory, 'charts', 'broken-1.0.0.tgz'), 'x');
    const renamed = await chart({ name: 'real', version: '1.0.0' });
    await writeFile(join(forge.directory, 'charts', 'fake-9.9.9.tgz'), renamed);
    const { entries } = await index();
    expect(entries).not.toHaveProperty('broken');
    expect(entries).not.toHaveProperty('fake');
    expect(entries).not.toHaveProperty('real');
    for (const file of ['note.txt', 'broken-1.0.0.tgz', 'fake-9.9.9.tgz']) {
      const answer = await fetch(`${forge.url}/charts/${file}`);
      expect([file, answer.status]).toEqual([file, 404]);
    }
  });

  it('sees a file that was replaced', async () => {
    const path = join(forge.directory, 'charts', 'fresh-1.0.0.tgz');
    await upload(await chart({ name: 'fresh', version: '1.0.0' }));
    const before = (await index()).entries.fresh[0].digest;
    await writeFile(
      path,
      await chart({ name: 'fresh', version: '1.0.0', more: 'type: library\n' }),
    );
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect((await index()).entries.fresh[0].digest).not.toBe(before);
  });

  it('leads people to the page', async () => {
    const answer = await fetch(`${forge.url}/charts`, { redirect: 'manual' });
    expect(answer.headers.get('location')).toBe('/#charts');
  });
});

for (const [title, binary] of [
  ['Helm 4', process.env.CHARTROOM_HELM],
  ['Helm 3', process.env.CHARTROOM_HELM3],
] as const) {
  const withHelm = binary ? describe : describe.skip;

  withHelm(`the chart repository from a terminal with ${title}`, () => {
    const forge = startForge({ seed });
    const home = createMockDirectory();

    async function helm(...args: string[]): Promise<string> {
      const { stdout } = await promisify(execFile)(binary!, args, {
        cwd: home.path,
        env: {
          PATH: process.env.PATH,
          HOME: home.path,
          HELM_CACHE_HOME: home.resolve('.helm/cache'),
          HELM_CONFIG_HOME: home.resolve('.helm/config'),
          HELM_DATA_HOME: home.resolve('.helm/data'),
        },
      });
      return stdout;
    }

    it('adds the repository, finds and pulls a chart, and builds a dependency', async () => {
      await helm('repo', 'add', 'local-forge', `${forge.url}/charts`);
      const found = JSON.parse(
        await helm('search', 'repo', 'local-forge/', '--output', 'json'),
      );
      expect(found).toMatchObject([
        { name: 'local-forge/platform-common', version: '1.0.0' },
      ]);
      await helm('pull', 'local-forge/platform-common', '--version', '^1.0.0');
      const pulled = await readFile(home.resolve('platform-common-1.0.0.tgz'));
      const answer = await fetch(
        `${forge.url}/charts/platform-common-1.0.0.tgz`,
      );
      expect(pulled).toEqual(Buffer.from(await answer.arrayBuffer()));

      home.addContent({
        'cart/Chart.yaml': [
          'apiVersion: v2',
          'name: cart',
          'version: 1.0.0',
          'dependencies:',
          '  - name: platform-common',
          '    version: ^1.0.0',
          `    repository: ${forge.url}/charts`,
        ].join('\n'),
        'cart/templates/name.yaml':
          'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: {{ include "platform-common.name" . }}\n',
      });
      await helm('dependency', 'update', 'cart');
      await helm('dependency', 'build', 'cart');
      expect(await helm('template', 'cart')).toContain('name: name');

      await helm('package', 'cart');
      const packed = await readFile(home.resolve('cart-1.0.0.tgz'));
      const uploaded = await fetch(`${forge.url}/charts/api/charts`, {
        method: 'POST',
        headers: { authorization },
        body: packed,
      });
      expect(uploaded.status).toBe(201);
      await helm('repo', 'update');
      expect(await helm('show', 'chart', 'local-forge/cart')).toContain(
        'version: 1.0.0',
      );
    });
  });
}
