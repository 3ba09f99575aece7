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

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipelineScripts } from './pipelineScripts';

/** Says what it was asked, and knows only `cart` 1.0.0 as published. */
const helm = `#!/bin/sh
case "$1 $2" in
  "show chart")
    if [ -d "$3" ]; then cat "$3/Chart.yaml"; exit; fi
    echo "look for $*" >> "$LOG"
    case "$*" in *cart*1.0.0*) exit 0 ;; *) exit 1 ;; esac ;;
  *) echo "helm $*" >> "$LOG" ;;
esac
`;

describe('the script that publishes charts', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'publish-'));
    const put = (path: string, text: string) => {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    put('bin/helm', helm);
    put('bin/curl', '#!/bin/sh\necho "curl $*" >> "$LOG"\n');
    put('charts/README/notes.md', 'no chart');
    put(
      'charts/cart/Chart.yaml',
      'name: cart\ndependencies:\n- name: platform-common\n  version: ^1.0.0\nversion: 1.0.0\n',
    );
    put('charts/web/Chart.yaml', 'name: web\nversion: "1.1.0"\n');
    ['helm', 'curl'].forEach(name =>
      chmodSync(join(folder, 'bin', name), 0o755),
    );
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  function run(repository: string): string[] {
    const log = join(folder, 'log');
    const { status, stderr } = spawnSync('sh', ['-e'], {
      cwd: folder,
      encoding: 'utf8',
      input: pipelineScripts.publish.join('\n'),
      env: {
        PATH: `${join(folder, 'bin')}:/usr/bin:/bin`,
        LOG: log,
        CHART_REPOSITORY: repository,
        CHARTS_USERNAME: 'robot',
        CHARTS_PASSWORD: 'secret',
      },
    });
    expect([status, stderr]).toEqual([0, '']);
    return readFileSync(log, 'utf8').trimEnd().split('\n');
  }

  it('pushes to a registry what is not there yet, and nothing twice', () => {
    expect(run('oci://registry.example.com/shop/charts')).toEqual([
      'helm registry login registry.example.com --username robot --password-stdin',
      'look for show chart oci://registry.example.com/shop/charts/cart --version 1.0.0',
      'look for show chart oci://registry.example.com/shop/charts/web --version 1.1.0',
      'helm dependency update charts/web/',
      'helm package charts/web/ --destination packaged',
      'helm push packaged/web-1.1.0.tgz oci://registry.example.com/shop/charts',
    ]);
  });

  it('sends to a chart repository what is not there yet', () => {
    const repository = 'https://charts.example.com/shop';
    const asked = `--repo ${repository} --username robot --password secret`;
    expect(run(`${repository}`)).toEqual([
      `look for show chart cart --version 1.0.0 ${asked}`,
      `look for show chart web --version 1.1.0 ${asked}`,
      'helm dependency update charts/web/',
      'helm package charts/web/ --destination packaged',
      `curl --user robot:secret --fail-with-body --silent --show-error --data-binary @packaged/web-1.1.0.tgz ${repository}/api/charts`,
    ]);
  });
});
