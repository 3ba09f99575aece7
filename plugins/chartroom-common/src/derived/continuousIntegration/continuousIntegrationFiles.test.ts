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

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { readDirectory } from '../../__testUtils__/readDirectory';
import { continuousIntegrationFiles } from './continuousIntegrationFiles';
import { pipelineVersions } from './pipelineVersions';

const cli = JSON.parse(
  readFileSync(
    resolve(__dirname, '../../../../../packages/cli/package.json'),
    'utf8',
  ),
);
const repository = 'oci://registry.example.com/shop/charts';

const workflow = (
  options: Partial<Parameters<typeof continuousIntegrationFiles>[0]> = {},
) => {
  const files = continuousIntegrationFiles({ system: 'shop', ...options });
  expect(files.size).toBe(1);
  const [[path, text]] = files;
  return { path, text, pipeline: parse(text) };
};

describe('continuousIntegrationFiles', () => {
  it.each(['github', 'gitlab'] as const)(
    'writes exactly what the golden files hold (%s)',
    host => {
      const golden = readDirectory({
        directory: `plugins/chartroom-common/src/derived/__fixtures__/continuous-integration/${host}`,
      });
      const files = continuousIntegrationFiles({
        system: 'shop',
        host,
        chartRepository: repository,
      });
      expect(Object.fromEntries(files)).toEqual(Object.fromEntries(golden));
    },
  );

  it('checks every change, writes and publishes on the default branch alone', () => {
    const { path, pipeline } = workflow({ defaultBranch: 'trunk' });
    expect(path).toBe('.github/workflows/platform.yaml');
    expect(pipeline.on).toEqual({
      push: { branches: ['trunk'] },
      pull_request: null,
    });
    const { check, sync, publish } = pipeline.jobs;
    const onDefaultBranch =
      "github.event_name == 'push' && github.ref_name == github.event.repository.default_branch";
    expect(check).not.toHaveProperty('if');
    expect(sync).toMatchObject({ if: onDefaultBranch, needs: 'check' });
    expect(publish).toMatchObject({
      if: `${onDefaultBranch} && vars.CHART_REPOSITORY != ''`,
      needs: 'sync',
    });
    expect(check.env.UMBRELLA).toBe('helm/shop');
  });

  it('lets the job that commits write, and no other', () => {
    const { pipeline } = workflow();
    expect(pipeline.permissions).toEqual({ contents: 'read' });
    expect(pipeline.jobs.sync.permissions).toEqual({ contents: 'write' });
    for (const job of [pipeline.jobs.check, pipeline.jobs.publish]) {
      expect(job).not.toHaveProperty('permissions');
      expect(job.steps[0].with['persist-credentials']).toBe(false);
    }
  });

  it('pins every action to a commit, and says which version that is', () => {
    const uses = workflow().text.match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(5);
    uses.forEach(line =>
      expect(line).toMatch(
        /^uses: [a-z]+\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/,
      ),
    );
  });

  it('runs the version of the command that it was made by', () => {
    expect(pipelineVersions.cli).toBe(cli.version);
    expect(workflow().text).toContain(
      `npx --yes @chartroom/cli@${cli.version} check --format github`,
    );
  });

  it.each(['github', 'gitlab'] as const)(
    'holds no credential, and passes them as variables of the job (%s)',
    host => {
      const { text } = workflow({ host, chartRepository: repository });
      expect(text).toContain(repository);
      expect(text.match(/secrets\.\w+/g) ?? []).toEqual(
        host === 'github'
          ? ['secrets.CHARTS_USERNAME', 'secrets.CHARTS_PASSWORD']
          : [],
      );
      expect(text).not.toContain('undefined');
    },
  );

  it('keeps what comes from outside out of its scripts', () => {
    const hostile = 'a"; echo $(id) #\nb: c';
    const { pipeline } = workflow({
      umbrella: hostile,
      defaultBranch: hostile,
      chartRepository: hostile,
    });
    expect(pipeline.on.push.branches).toEqual([hostile]);
    expect(pipeline.jobs.check.env.UMBRELLA).toBe(hostile);
    expect(pipeline.jobs.publish.env.CHART_REPOSITORY).toBe(hostile);
    for (const job of Object.values<any>(pipeline.jobs)) {
      job.steps.forEach((step: any) =>
        expect(step.run ?? '').not.toMatch(/\$\{\{|\$\(id\)/),
      );
    }
    expect(
      workflow({ host: 'gitlab', umbrella: hostile, chartRepository: hostile })
        .pipeline.variables,
    ).toEqual({ UMBRELLA: hostile, CHART_REPOSITORY: hostile });
  });

  it('does the same on GitLab', () => {
    const { path, pipeline } = workflow({ host: 'gitlab' });
    expect(path).toBe('.gitlab-ci.yml');
    const onDefaultBranch =
      '$CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH';
    expect(pipeline.sync).toMatchObject({
      needs: ['check'],
      rules: [{ if: onDefaultBranch }],
    });
    expect(pipeline.publish.rules).toEqual([
      { if: `${onDefaultBranch} && $CHART_REPOSITORY` },
    ]);
    expect(pipeline.check).not.toHaveProperty('rules');
  });

  it.each(['github', 'gitlab'] as const)(
    'writes scripts that a shell can read (%s)',
    host => {
      const { pipeline } = workflow({ host });
      const scripts =
        host === 'github'
          ? Object.values<any>(pipeline.jobs).flatMap(job =>
              job.steps.flatMap((step: any) => step.run ?? []),
            )
          : Object.values<any>(pipeline).flatMap(job => job.script ?? []);
      expect(scripts.length).toBeGreaterThan(3);
      scripts.forEach(script =>
        execFileSync('sh', ['-n'], { input: script, stdio: 'pipe' }),
      );
    },
  );
});
