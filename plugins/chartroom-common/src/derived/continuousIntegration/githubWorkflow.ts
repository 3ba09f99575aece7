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

import { stringifyYamlScalar } from '../../yaml';
import type { PipelineFacts } from './PipelineFacts';
import { pipelineScripts } from './pipelineScripts';
import { pipelineVersions } from './pipelineVersions';

const { actions, helm, node } = pipelineVersions;

/**
 * The pipeline for GitHub, Gitea and Forgejo.
 *
 * @internal
 */
export function githubWorkflow(options: PipelineFacts): string {
  const { umbrella, defaultBranch, chartRepository } = options;
  const onDefaultBranch =
    "github.event_name == 'push' && github.ref_name == github.event.repository.default_branch";
  return `# Made by chartroom init, and yours from now on.
name: Platform

on:
  push:
    branches:
      - ${stringifyYamlScalar(defaultBranch)}
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    env:
      UMBRELLA: ${stringifyYamlScalar(umbrella)}
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
      - uses: ${actions.setupNode}
        with:
          node-version: ${node}
      - uses: ${actions.setupHelm}
        with:
          version: ${helm}
      # Nobody commits here: what sync cannot mend, check reports
      - name: Sync
        run: |
${indented(pipelineScripts.sync)}
      - name: Check
        run: |
${indented(pipelineScripts.check({ format: 'github' }))}
      - name: Render
        run: |
${indented(pipelineScripts.render)}

  sync:
    if: ${onDefaultBranch}
    needs: check
    runs-on: ubuntu-latest
    permissions:
      contents: write
    concurrency:
      group: chartroom-sync
    steps:
      # The branch as it is by now, since another push may have come in between
      - uses: ${actions.checkout}
        with:
          ref: \${{ github.ref_name }}
      - uses: ${actions.setupNode}
        with:
          node-version: ${node}
      - name: Sync
        run: |
${indented(pipelineScripts.sync)}
      - name: Commit
        run: |
${indented(pipelineScripts.commit({ push: 'git push' }))}

  publish:
    if: ${onDefaultBranch}${
    chartRepository === undefined ? " && vars.CHART_REPOSITORY != ''" : ''
  }
    needs: sync
    runs-on: ubuntu-latest
    env:
      CHART_REPOSITORY: ${
        chartRepository === undefined
          ? '${{ vars.CHART_REPOSITORY }}'
          : stringifyYamlScalar(chartRepository)
      }
      CHARTS_USERNAME: \${{ secrets.CHARTS_USERNAME }}
      CHARTS_PASSWORD: \${{ secrets.CHARTS_PASSWORD }}
    steps:
      - uses: ${actions.checkout}
        with:
          ref: \${{ github.ref_name }}
          persist-credentials: false
      - uses: ${actions.setupHelm}
        with:
          version: ${helm}
      - name: Publish charts
        run: |
${indented(pipelineScripts.publish)}
`;
}

function indented(lines: readonly string[]): string {
  return lines.map(line => `          ${line}`).join('\n');
}
