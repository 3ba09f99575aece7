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

import { Readable, Writable } from 'node:stream';
import type { Finding } from '@chartroom/backstage-plugin-chartroom-common';
import { printFindings, type FindingsFormat } from './printFindings';

const findings: Finding[] = [
  {
    rule: 'values-wiring',
    severity: 'error',
    file: 'helm/shop/values,1.yaml',
    line: 12,
    message: 'It is 100% wrong:\nyes.',
    fix: 'Run chartroom sync.',
  },
  {
    rule: 'lock-stale',
    severity: 'warning',
    file: 'helm/shop/Chart.lock',
    message: 'The lock is old.',
  },
  {
    rule: 'note',
    severity: 'info',
    file: 'a',
    line: 1,
    message: 'By the way.',
  },
];

function print(options: { findings: Finding[]; format: FindingsFormat }) {
  let text = '';
  const output = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  const code = printFindings({
    ...options,
    terminal: {
      directory: '/',
      input: Readable.from([]),
      output,
      errors: output,
      env: {},
    },
  });
  return { code, text };
}

describe('printFindings', () => {
  it('tells people where, what, and what to do', () => {
    expect(print({ findings, format: 'text' })).toEqual({
      code: 1,
      text: `helm/shop/values,1.yaml:12: error: It is 100% wrong:
yes. [values-wiring]
    Run chartroom sync.
helm/shop/Chart.lock: warning: The lock is old. [lock-stale]
a:1: info: By the way. [note]
1 error, 1 warning, 1 note.
`,
    });
  });

  it('says that a platform is clean', () => {
    expect(print({ findings: [], format: 'text' })).toEqual({
      code: 0,
      text: 'Clean.\n',
    });
  });

  it('ends clean where there are notes alone', () => {
    expect(print({ findings: [findings[2]], format: 'text' }).code).toBe(0);
  });

  it('prints JSON that holds every field', () => {
    const { text } = print({ findings, format: 'json' });
    expect(JSON.parse(text)).toEqual({ findings });
  });

  it('prints annotations with what GitHub would misread escaped', () => {
    const { text } = print({ findings, format: 'github' });
    expect(text.split('\n').slice(0, 3)).toEqual([
      '::error file=helm/shop/values%2C1.yaml,line=12,title=values-wiring::It is 100%25 wrong:%0Ayes. Run chartroom sync.',
      '::warning file=helm/shop/Chart.lock,title=lock-stale::The lock is old.',
      '::notice file=a,line=1,title=note::By the way.',
    ]);
  });
});
