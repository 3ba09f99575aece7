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
import { execFileSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readFile,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { it } from 'node:test';
import { run } from '../support/run.mjs';
import { eachHelm } from './support/eachHelm.mjs';
import { renderService } from './support/renderService.mjs';

const [one, two] = await Promise.all(
  ['one', 'two'].map(name =>
    readFile(
      new URL(`__fixtures__/certificates/${name}.pem`, import.meta.url),
      'utf8',
    ),
  ),
);

function keytoolIsThere() {
  try {
    execFileSync('keytool', ['-help'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

eachHelm('the making of a trust store', helm => {
  const initContainer = async ({ language }) =>
    (
      await renderService({
        helm,
        values: {
          image: { repository: 'shop/catalogue' },
          language,
          caCertificates: { enabled: true, certificates: { 'own.pem': one } },
        },
      })
    ).pod().spec.initContainers[0];

  /** Runs the init container's script with its paths in a folder of the test; resolves with what it says. */
  async function prepare({ container, directory, environment: changes }) {
    const [program, ...options] = container.command;
    return run(program, [...options, ...container.args], {
      env: { PATH: process.env.PATH, ...changes, TMPDIR: directory },
    });
  }

  it('puts the authorities of the image and the further ones in one file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'chartroom-trust-'));
    const container = await initContainer({ language: 'php' });
    const added = join(directory, 'ca.crt');
    const wellKnown = join(directory, 'well-known.crt');
    const other = join(directory, 'other.crt');
    const bundle = join(directory, 'bundle.crt');
    await writeFile(added, one);
    await writeFile(wellKnown, two.trimEnd());
    await writeFile(other, 'not this one');
    const settings = {
      ADDED: added,
      BUNDLE: bundle,
      AUTHORITIES: `${directory}/none ${wellKnown} ${other}`,
      // No Python here, whatever this machine has
      PATH: await commandsOf(directory),
    };
    assert.equal(
      await prepare({ container, directory, environment: settings }),
      '',
    );
    assert.equal(await readFile(bundle, 'utf8'), `${two}${one}`);
    assert.match(
      await prepare({
        container,
        directory,
        environment: { ...settings, AUTHORITIES: `${directory}/none` },
      }),
      /^the image has no well-known authorities: only those of caCertificates are trusted\n$/,
    );
    await rm(directory, { recursive: true });
  });

  it('takes those of certifi where the image has Python', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'chartroom-trust-'));
    const container = await initContainer({ language: 'python' });
    const added = join(directory, 'ca.crt');
    const certifi = join(directory, 'cacert.pem');
    const bundle = join(directory, 'bundle.crt');
    await writeFile(added, one);
    await writeFile(certifi, two);
    const commands = await commandsOf(directory);
    await writeFile(
      join(commands, 'python3'),
      `#!/bin/sh\n[ "$*" = "-m certifi" ] && echo ${certifi}\n`,
      { mode: 0o755 },
    );
    await prepare({
      container,
      directory,
      environment: {
        ADDED: added,
        BUNDLE: bundle,
        AUTHORITIES: `${directory}/none`,
        PATH: commands,
      },
    });
    assert.equal(await readFile(bundle, 'utf8'), `${two}\n${one}`);
    await rm(directory, { recursive: true });
  });

  it(
    'makes a trust store of the own authorities of the JVM and the further ones, each once',
    {
      skip: !keytoolIsThere() && 'keytool is absent',
    },
    async () => {
      const directory = await mkdtemp(join(tmpdir(), 'chartroom-trust-'));
      const container = await initContainer({ language: 'java' });
      const trustStore = join(directory, 'cacerts.p12');
      const added = join(directory, 'ca.crt');
      const list = (...options) =>
        run('keytool', ['-list', '-rfc', ...options, '-storepass', 'changeit']);
      const own = (await list('-cacerts')).match(
        /-----BEGIN CERTIFICATE-----[^]*?-----END CERTIFICATE-----/g,
      );
      await writeFile(
        added,
        `# ours\r\n${one.replaceAll('\n', '\r\n')}${own[0]}\n${two.trimEnd()}`,
      );
      const settings = { ADDED: added, TRUST_STORE: trustStore };
      // A container that is restarted finds the folder as it left it
      await writeFile(trustStore, 'of the start before');
      assert.match(
        await prepare({ container, directory, environment: settings }),
        /2 further authorities are trusted\n$/,
      );
      const held = await list('-keystore', trustStore, '-storetype', 'PKCS12');
      assert.equal(held.match(/BEGIN CERTIFICATE/g).length, own.length + 2);
      for (const certificate of [one, two]) {
        assert.ok(held.replaceAll('\r', '').includes(certificate.trim()));
      }
      await rm(directory, { recursive: true });
    },
  );
});

/** A folder with the few commands that the script needs, and no others. */
async function commandsOf(directory) {
  const commands = join(directory, 'commands');
  await mkdir(commands);
  for (const name of ['sh', 'cat']) {
    const found = await run('sh', ['-c', `command -v ${name}`]);
    await symlink(found.trim(), join(commands, name));
  }
  return commands;
}
