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
import { it } from 'node:test';
import { eachHelm } from './support/eachHelm.mjs';
import { refusal } from './support/refusal.mjs';
import { renderService } from './support/renderService.mjs';
import { renderUmbrella } from './support/renderUmbrella.mjs';

const image = { repository: 'shop/catalogue' };
const path = 'env/config.yaml';

eachHelm('configuration from files', helm => {
  const render = (values, files) =>
    renderService({ helm, values: { image, ...values }, files });
  const data = async (values, files) =>
    (await render(values, files)).find('ConfigMap')?.data;
  /** With one file of this text. */
  const ofText = text => data({ configFiles: [path] }, { [path]: text });
  const refused = text => refusal(ofText(text));
  const where = `catalogue: values: configFiles names ${path}`;

  it('merges files, a later one over an earlier, and config over all', async () => {
    const values = {
      configFiles: ['env/a.yaml', './env/b.yaml'],
      config: { THIRD: 'config', GONE: '' },
    };
    const files = {
      'env/a.yaml': 'FIRST: a\nSECOND: a\nTHIRD: a\nGONE: a\n',
      'env/b.yaml': 'SECOND: b\nTHIRD: b\n',
    };
    const rendered = await render(values, files);
    assert.deepEqual(rendered.find('ConfigMap').data, {
      FIRST: 'a',
      SECOND: 'b',
      THIRD: 'config',
    });
    assert.deepEqual(rendered.container().envFrom, [
      { configMapRef: { name: 'catalogue' } },
    ]);
  });

  it('writes numbers and booleans as the text that people read', async () => {
    assert.deepEqual(
      await ofText(
        'BIG: 1000000\nHUGE: 9007199254740991\nSMALL: -0.25\n"ON": true\n"OFF": no\nTEXT: "0123"\nURL: "http://a?b=<c>&d"\nEMPTY: ""\n',
      ),
      {
        BIG: '1000000',
        HUGE: '9007199254740991',
        OFF: 'false',
        ON: 'true',
        SMALL: '-0.25',
        TEXT: '0123',
        URL: 'http://a?b=<c>&d',
      },
    );
  });

  it('reads a file that begins with comments, a mark and three dashes', async () => {
    assert.deepEqual(
      await ofText(
        '\uFEFF# ours\r\n---\r\nA: b\r\nPEM: |\r\n  ---BEGIN\r\n  x\r\n',
      ),
      { A: 'b', PEM: '---BEGIN\nx\n' },
    );
    assert.equal(await ofText('# nothing yet\n'), undefined);
  });

  it("reads the service's own files in an umbrella, and never another's", async () => {
    const { find } = await renderUmbrella({
      helm,
      services: {
        cart: { image, configFiles: [path] },
        web: { image, configFiles: [path] },
      },
      files: { cart: { [path]: 'A: cart' }, web: { [path]: 'A: web' } },
    });
    assert.deepEqual(find('ConfigMap', 'cart').data, { A: 'cart' });
    assert.deepEqual(find('ConfigMap', 'web').data, { A: 'web' });
    assert.equal(
      await refusal(
        renderUmbrella({
          helm,
          services: { cart: { image, configFiles: [path] }, web: { image } },
          files: { web: { [path]: 'A: web' } },
        }),
      ),
      `cart: values: configFiles names ${path}, which is missing or empty in the chart; write it, or remove the name`,
    );
  });

  it('restarts pods when a file changes, and not when it moves into config', async () => {
    const checksum = async (values, files) =>
      (await render(values, files)).pod().metadata.annotations[
        'checksum/config'
      ];
    const one = await checksum({ configFiles: [path] }, { [path]: 'A: 1' });
    assert.notEqual(
      await checksum({ configFiles: [path] }, { [path]: 'A: 2' }),
      one,
    );
    assert.equal(await checksum({ config: { A: '1' } }), one);
  });

  it('refuses a file that is not there, and one that is empty', async () => {
    const message = `${where}, which is missing or empty in the chart; write it, or remove the name`;
    assert.equal(await refusal(data({ configFiles: [path] })), message);
    assert.equal(await refused('\n'), message);
  });

  const wrong = [
    ['- a\n', 'which must be a map of names to texts, not a list'],
    ['hello\n', 'which must be a map of names to texts, not a text'],
    ['12\n', 'which must be a map of names to texts, not a number'],
    ['true\n', 'which must be a map of names to texts, not a boolean'],
    ['A: b: c\n', 'which is no YAML; correct it'],
    ['A: "b\n', 'which is no YAML (line 2); correct it'],
    [
      'A: b\n---\nC: d\n',
      'which holds several documents, of which only the first would be read; write one',
    ],
    ['A: [b]\n', 'in which A must be text, not a list'],
    ['A: { b: c }\n', 'in which A must be text, not a map'],
    ['A:\n', 'in which A must be text, not null'],
    [
      'A: 12345678901234567890\n',
      'in which A is a number too long to keep all its digits; quote it',
    ],
  ];
  for (const [text, message] of wrong) {
    it(`refuses ${JSON.stringify(text)}: ${message}`, async () => {
      assert.equal(await refused(text), `${where}, ${message}`);
    });
  }

  it('takes a file whose only name is Error', async () => {
    assert.deepEqual(await ofText('Error: page\n'), { Error: 'page' });
  });

  it('refuses a name that a file and another place claim', async () => {
    assert.equal(
      await refusal(
        data(
          { configFiles: [path], env: { LIMIT: '2' } },
          { [path]: 'LIMIT: 1\n' },
        ),
      ),
      `catalogue: values: environment name "LIMIT" is claimed by configFiles (${path}) and by env; keep one, or set one to ""`,
    );
  });

  it('refuses a name that YAML takes for a boolean', async () => {
    assert.equal(
      await refused('ON: 1\n'),
      `catalogue: values: configFiles (${path}) has the environment name "true", as which YAML reads names such as ON, YES, OFF and NO; quote the name`,
    );
  });

  it('refuses a name that cannot be one of the environment', async () => {
    assert.equal(
      await refused('max size: 1\n'),
      `catalogue: values: configFiles (${path}) has the environment name "max size"; a name holds only letters, digits, '_', '-' and '.', and starts with none of the digits`,
    );
  });
});
