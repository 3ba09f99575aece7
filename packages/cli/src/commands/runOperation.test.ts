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

import { existsSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { platformFolder } from '../__testUtils__/platformFolder';

// A journey of several commands may take longer than a test usually does.
jest.setTimeout(60_000);

const directory = createMockDirectory();
const { chartroom, files, edit } = platformFolder({ directory });
const valuesFile = 'helm/shop/values.yaml';

describe('a command that changes a platform', () => {
  beforeEach(async () => {
    directory.clear();
    await chartroom('init', 'shop', '--system', 'shop');
    await chartroom('add', 'service', 'redis', 'shop', '--engine', 'redis');
    await chartroom(
      ...['add', 'service', 'cart', 'shop', '--language', 'node'],
      ...['--port', '8080', '--depends-on', 'redis'],
    );
  });

  /** Where the callers of cart cannot be edited. */
  async function anchorCallers(): Promise<number> {
    await edit(
      valuesFile,
      text =>
        `${text.replace(
          '    callers: {}\n    dependencies:\n      redis:',
          '    callers: &none {}\n    dependencies:\n      redis:',
        )}x-none: *none\n`,
    );
    const lines = (await files())[valuesFile].split('\n');
    return lines.findIndex(it => it.includes('&none')) + 1;
  }

  it('writes nothing at all where one file cannot be edited', async () => {
    const line = await anchorCallers();
    const before = await files();
    const words = ['add', 'service', 'web', 'shop', '--depends-on', 'cart'];
    expect(await chartroom(...words)).toEqual({
      code: 1,
      errors: '',
      output: `${valuesFile}:${line}: error: ${valuesFile}, line ${line}, cannot be edited safely: \`cart.wiring.callers\` has the anchor \`&none\`. Make this change by hand. [edit-refused]
    Write that place in a plainer way, and run the command again.
1 error.
Nothing was written.
`,
    });
    expect(await files()).toEqual(before);
  });

  it('says so for machines too', async () => {
    await anchorCallers();
    const before = await files();
    const { code, output } = await chartroom(
      ...['add', 'service', 'web', 'shop', '--depends-on', 'cart', '--json'],
    );
    expect(code).toBe(1);
    expect(parse(output)).toMatchObject({
      changes: [],
      findings: [{ rule: 'edit-refused', file: valuesFile }],
    });
    expect(await files()).toEqual(before);
  });

  it('names no line of a file that it did not write', async () => {
    for (const words of [
      ['--depends-on', 'crat'],
      ['--exposed', '--port', '80'],
    ]) {
      const refused = await chartroom(
        'add',
        'service',
        'web',
        'shop',
        ...words,
      );
      expect(refused.code).toBe(1);
      expect(refused.output).toMatch(/^service-matrix\.yaml: error: /);
      expect(refused.output).toMatch(/\nNothing was written\.\n$/);
    }
  });

  it('names no line that a dry run would have written', async () => {
    const { code, output } = await chartroom(
      ...['add', 'service', 'web', 'shop', '--language', 'cobol', '--dry-run'],
    );
    expect(code).toBe(0);
    expect(output).toMatch(/^would write service-matrix\.yaml$/m);
    expect(output).toMatch(/^service-matrix\.yaml: info: /m);
  });

  it.each([
    [['add', 'dependency', 'cart', 'reids'], 'redis'],
    [['release', 'crat'], 'cart'],
    [['release', 'cart', '--environment', 'stagign'], 'staging'],
    [['promote', 'prdo', 'v1'], 'prod'],
    [['retire', 'catr'], 'cart'],
    [
      ['add', 'service', 'db', '--engine', 'mysql', '--source', 'groundhog2'],
      'groundhog2k',
    ],
    [['add', 'service', 'db', '--engine', 'mysq'], 'mysql'],
  ])('says which name was probably meant: %j', async (words, meant) => {
    const before = await files();
    const { code, output } = await chartroom(...words, 'shop');
    expect(output).toContain(`Did you mean "${meant}"?`);
    expect(code).toBe(1);
    expect(await files()).toEqual(before);
  });

  it('says which environment was probably meant where it only reads', async () => {
    expect(
      await chartroom('secrets', 'shop', '--environment', 'pord'),
    ).toMatchObject({
      code: 2,
      errors: expect.stringContaining('Did you mean prod?'),
    });
  });

  it('releases into the first environment, with one pin and tag for all', async () => {
    const before = await files();
    const words = ['--chart-version', '1.4.0', '--image-tag', '1.10'];
    expect(await chartroom('release', 'cart', 'shop', ...words)).toEqual({
      code: 0,
      errors: '',
      output: [
        'charts/cart/Chart.yaml',
        'helm/shop/Chart.lock',
        'helm/shop/Chart.yaml',
        'helm/shop/values-dev.yaml',
        'helm/shop/values.yaml',
      ]
        .map(path => `wrote ${path}\n`)
        .join(''),
    });
    const after = await files();
    expect(parse(after['charts/cart/Chart.yaml'])).toMatchObject({
      version: '1.4.0',
      appVersion: '1.10',
    });
    expect(parse(after[valuesFile]).cart).toMatchObject({
      enabled: false,
      image: { tag: '1.10' },
    });
    expect(parse(after['helm/shop/values-dev.yaml'])).toEqual({
      cart: { enabled: true },
    });
    for (const other of ['staging', 'prod']) {
      const path = `helm/shop/values-${other}.yaml`;
      expect(after[path]).toBe(before[path]);
    }
  });

  it('releases nothing that runs outside of the cluster', async () => {
    await edit('service-matrix.yaml', text =>
      text.replace(
        'engine: redis',
        'engine: redis\n    chart_source: operator',
      ),
    );
    const { code, output } = await chartroom('release', 'redis', 'shop');
    expect(code).toBe(1);
    expect(output).toContain('[release-without-chart]');
    expect(output).toMatch(/\nNothing was written\.\n$/);
  });

  it('retires a service without the files that people added, and names them', async () => {
    directory.addContent({ 'shop/charts/cart/docs/notes.md': 'Read me.\n' });
    const { code, output } = await chartroom('retire', 'cart', 'shop');
    expect(code).toBe(0);
    expect(output).toContain('deleted charts/cart/Chart.yaml\n');
    expect(output).toContain(
      'charts/cart/docs/notes.md: info: charts/cart/docs/notes.md stays: Chartroom did not make it. [retire-kept]\n',
    );
    const left = Object.keys(await files()).filter(it => it.includes('cart'));
    expect(left).toEqual(['charts/cart/docs/notes.md']);
  });

  it('retires a service with them where that is asked for, and leaves no folder', async () => {
    directory.addContent({ 'shop/charts/cart/docs/notes.md': 'Read me.\n' });
    const words = ['retire', 'cart', 'shop', '--force'];
    const { code, output } = await chartroom(...words);
    expect(code).toBe(0);
    expect(output).toContain('deleted charts/cart/docs/notes.md\n');
    expect(existsSync(directory.resolve('shop/charts/cart'))).toBe(false);
    expect(existsSync(directory.resolve('shop/charts'))).toBe(true);
  });

  it('says where the diagram goes in a README without its markers', async () => {
    await edit('README.md', () => '# Mine\n');
    const { output } = await chartroom('check', 'shop');
    expect(output)
      .toBe(`README.md: error: README.md has no section for the diagram. [derived-diagram]
    Write <!-- chartroom:diagram --> and, in the next line, <!-- /chartroom:diagram --> where it should stand, and run chartroom sync; without them sync writes it at the end.
1 error.
`);
    await edit(
      'README.md',
      () =>
        '# Mine\n<!-- chartroom:diagram -->\n<!-- /chartroom:diagram -->\nMine too\n',
    );
    expect(await chartroom('sync', 'shop')).toMatchObject({ code: 0 });
    expect((await files())['README.md']).toMatch(
      /^# Mine\n<!-- chartroom:diagram -->\n[^]*flowchart[^]*<!-- \/chartroom:diagram -->\nMine too\n$/,
    );
  });
});
