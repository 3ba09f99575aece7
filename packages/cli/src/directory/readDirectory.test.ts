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

import { symlink, writeFile } from 'node:fs/promises';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { Readable, Writable } from 'node:stream';
import { readDirectory } from './readDirectory';

const directory = createMockDirectory();

function read(path = '.') {
  const nowhere = new Writable();
  return readDirectory({
    terminal: {
      directory: directory.path,
      input: Readable.from([]),
      output: nowhere,
      errors: nowhere,
      env: {},
    },
    directory: path,
  });
}

describe('readDirectory', () => {
  beforeEach(() => directory.clear());

  it('reads texts byte for byte, with a byte order mark and carriage returns', async () => {
    directory.setContent({
      'service-matrix.yaml': '\ufeffservices: []\r\n',
      helm: { shop: { 'Chart.yaml': 'name: shop' } },
    });
    expect([...(await read())]).toEqual([
      ['helm/shop/Chart.yaml', 'name: shop'],
      ['service-matrix.yaml', '\ufeffservices: []\r\n'],
    ]);
  });

  it('leaves out what is no text, links, and the folders of other tools', async () => {
    directory.setContent({
      'a.yaml': 'a: 1',
      '.git': { config: 'x' },
      node_modules: { 'b.yaml': 'b' },
      charts: { 'c.tgz': 'packed' },
    });
    await writeFile(directory.resolve('image.bin'), Buffer.from([1, 0, 2]));
    await writeFile(directory.resolve('latin.txt'), Buffer.from([0xe9]));
    await symlink('/etc/hostname', directory.resolve('link.yaml'));
    await symlink('/etc', directory.resolve('folder'));
    expect([...(await read()).keys()]).toEqual(['a.yaml']);
  });

  it('says where it looked when there is no such folder', async () => {
    await expect(read('nowhere')).rejects.toThrow(
      `There is no folder ${directory.resolve(
        'nowhere',
      )}; name the one that holds service-matrix.yaml.`,
    );
  });

  it('says that a file is not a folder', async () => {
    directory.setContent({ file: '' });
    await expect(read('file')).rejects.toThrow('is not a folder');
  });
});
