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

import { cpSync } from 'node:fs';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { commands } from './commands';
import { platformFolder } from './__testUtils__/platformFolder';
import { Command } from 'commander';

// A journey of several commands may take longer than a test usually does.
jest.setTimeout(60_000);

const made = createMockDirectory();
const directory = createMockDirectory();
const { chartroom } = platformFolder({ directory });
const helm = process.env.CHARTROOM_HELM;

const handMade = `apiVersion: v2
name: old
version: 1.0.0
dependencies:
  - name: redis
    version: 17.3.0
    repository: https://charts.bitnami.com/bitnami
    condition: redis.enabled
`;

/** Services, all of them in agreement; a chart made by hand, and a folder that is no platform. */
async function makePlatforms() {
  const { chartroom: make } = platformFolder({ directory: made });
  made.setContent({
    empty: {},
    byHand: { 'helm/old/Chart.yaml': handMade },
  });
  await make('init', 'shop', '--system', 'shop');
  await make('add', 'service', 'redis', 'shop', '--engine', 'redis');
  await make(
    ...['add', 'service', 'cart', 'shop', '--language', 'node'],
    ...['--port', '8080', '--depends-on', 'redis'],
  );
  await make('add', 'service', 'web', 'shop', '--port', '80');
  for (const copy of ['base', 'changed']) {
    cpSync(made.resolve('shop'), made.resolve(copy), { recursive: true });
  }
  cpSync(
    made.resolve('shop/charts/platform-common'),
    made.resolve('byHand/charts/platform-common'),
    { recursive: true },
  );
  await make('release', 'cart', 'changed', '--image-tag', '2');
}

function fresh() {
  directory.clear();
  cpSync(made.path, directory.path, { recursive: true });
}

const nowhere = 'There is no folder';

/** By command: a command line for each exit code that it has, and what is said with code 2. */
const lines: Record<
  string,
  { clean: string[]; findings?: string[]; couldNotRun: [string[], string] }
> = {
  init: {
    clean: ['init', 'new', '--system', 'new'],
    findings: ['init', 'new', '--system', 'new', '--environments', 'DEV'],
    couldNotRun: [['init', 'shop', '--system', 'shop'], 'nothing was written'],
  },
  import: {
    clean: ['import', 'byHand'],
    findings: ['import', 'shop'],
    couldNotRun: [['import', 'nowhere'], nowhere],
  },
  'add service': {
    clean: ['add', 'service', 'mail', 'shop'],
    findings: ['add', 'service', 'cart', 'shop'],
    couldNotRun: [['add', 'service', 'mail', 'nowhere'], nowhere],
  },
  'add dependency': {
    clean: ['add', 'dependency', 'web', 'cart', 'shop'],
    findings: ['add', 'dependency', 'web', 'crat', 'shop'],
    couldNotRun: [['add', 'dependency', 'web', 'cart', 'nowhere'], nowhere],
  },
  release: {
    clean: ['release', 'cart', 'shop', '--image-tag', '1.0.0'],
    findings: ['release', 'crat', 'shop'],
    couldNotRun: [['release', 'cart', 'nowhere'], nowhere],
  },
  promote: {
    clean: ['promote', 'prod', 'v1.0.0', 'shop'],
    findings: ['promote', 'prd', 'v1.0.0', 'shop'],
    couldNotRun: [['promote', 'prod', 'v1.0.0', 'nowhere'], nowhere],
  },
  retire: {
    clean: ['retire', 'cart', 'shop'],
    findings: ['retire', 'redis', 'shop'],
    couldNotRun: [['retire', 'cart', 'nowhere'], nowhere],
  },
  sync: {
    clean: ['sync', 'shop'],
    findings: ['sync', 'empty'],
    couldNotRun: [['sync', 'nowhere'], nowhere],
  },
  check: {
    clean: ['check', 'shop'],
    findings: ['check', 'empty'],
    couldNotRun: [['check', 'nowhere'], nowhere],
  },
  diff: {
    clean: ['diff', 'shop', '--base', 'base', '--helm', helm ?? ''],
    findings: ['diff', 'changed', '--base', 'base', '--helm', helm ?? ''],
    couldNotRun: [
      ['diff', 'shop', '--base', 'base', '--helm', '/nowhere/helm'],
      'There is no Helm at /nowhere/helm',
    ],
  },
  health: {
    clean: ['health'],
    couldNotRun: [['health', '--dialect', 'argoo'], 'Allowed choices are argo'],
  },
  diagram: {
    clean: ['diagram', 'shop'],
    couldNotRun: [['diagram', 'empty'], 'There is nothing to draw.'],
  },
  secrets: {
    clean: ['secrets', 'shop'],
    couldNotRun: [['secrets', 'empty'], 'The matrix cannot be read.'],
  },
};

/** Every command that there is, with the words that call it. */
function declared(): string[] {
  const program = new Command();
  const terminal = {} as never;
  commands.forEach(it => it({ program, terminal, finish: () => {} }));
  const names = (command: Command, above: readonly string[]): string[] =>
    command.commands.length === 0
      ? [above.join(' ')]
      : command.commands.flatMap(it => names(it, [...above, it.name()]));
  return names(program, []);
}

describe('the exit code', () => {
  beforeAll(makePlatforms);

  beforeAll(fresh);

  it('is tested for every command', () => {
    expect(Object.keys(lines).sort()).toEqual(declared().sort());
  });

  const needsHelm = (name: string) => name === 'diff' && !helm;
  const tested = Object.entries(lines).filter(([name]) => !needsHelm(name));

  // What only prints finds nothing
  it.each(tested.filter(([, { findings }]) => findings))(
    'of %s is 1 where there are findings, and it is refused by them',
    async (_, { findings = [] }) => {
      expect(await chartroom(...findings)).toMatchObject({
        code: 1,
        errors: '',
      });
    },
  );

  it.each(Object.entries(lines))(
    'of %s is 2 where it could not run, and the reason is said',
    async (_, { couldNotRun: [words, reason] }) => {
      const { code, output, errors } = await chartroom(...words);
      expect(errors).toContain(reason);
      expect(output).toBe('');
      expect(code).toBe(2);
    },
  );

  it.each(declared())('of %s is 2 where an option is unknown', async name => {
    const { code, errors } = await chartroom(...name.split(' '), '--odd');
    expect(errors).toMatch(/^error: .*option '--/);
    expect(code).toBe(2);
  });

  it('is that of the findings where they are printed for machines', async () => {
    const { code, output } = await chartroom(
      'retire',
      'redis',
      'shop',
      '--json',
    );
    expect(code).toBe(1);
    expect(parse(output)).toMatchObject({
      changes: [],
      findings: [{ rule: 'retire-needed' }],
    });
  });

  it.each(tested)('of %s is 0 where all is clean', async (_, { clean }) => {
    fresh();
    expect(await chartroom(...clean)).toMatchObject({ code: 0, errors: '' });
  });
});
