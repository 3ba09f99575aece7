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

const { helm, node } = pipelineVersions;
const nodeImage = `node:${node}`;
/** The branch as it is by now, since another push may have come in between. */
const newest = [
  'git fetch origin "$CI_DEFAULT_BRANCH"',
  'git checkout FETCH_HEAD',
];
const helmImage = `alpine/helm:${helm.slice(1)}`;

/**
 * The pipeline for GitLab. Its own job token may not push, so the group or
 * project gives one as CHARTROOM_TOKEN.
 *
 * @internal
 */
export function gitlabPipeline(options: PipelineFacts): string {
  const { umbrella, chartRepository } = options;
  const onDefaultBranch = `    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH`;
  const push =
    'git push --push-option ci.skip "$CI_SERVER_PROTOCOL://chartroom:$CHARTROOM_TOKEN@$CI_SERVER_HOST:$CI_SERVER_PORT/$CI_PROJECT_PATH.git" "HEAD:$CI_DEFAULT_BRANCH"';
  return `# Made by chartroom init, and yours from now on. Variables to set, masked and protected:
# CHARTROOM_TOKEN, which may push to the default branch; CHARTS_USERNAME and CHARTS_PASSWORD,
# with which charts are published${
    chartRepository === undefined ? '; and CHART_REPOSITORY, where to' : ''
  }.
workflow:
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
${onDefaultBranch}

variables:
  UMBRELLA: ${stringifyYamlScalar(umbrella)}${
    chartRepository === undefined
      ? ''
      : `\n  CHART_REPOSITORY: ${stringifyYamlScalar(chartRepository)}`
  }

check:
  image: ${nodeImage}
  script:
    # Nobody commits here: what sync cannot mend, check reports
    - |
${indented([
  'set -e',
  ...pipelineScripts.sync,
  ...pipelineScripts.check({ format: 'text' }),
])}

render:
  image:
    name: ${helmImage}
    entrypoint: [""]
  script:
    - |
${indented(['set -e', ...pipelineScripts.render])}

sync:
  image: ${nodeImage}
  needs: [check]
  rules:
${onDefaultBranch}
  resource_group: chartroom-sync
  script:
    - |
${indented([
  'set -e',
  ...newest,
  ...pipelineScripts.sync,
  ...pipelineScripts.commit({ push }),
])}

publish:
  image:
    name: ${helmImage}
    entrypoint: [""]
  needs: [sync, render]
  rules:
${onDefaultBranch} && $CHART_REPOSITORY
  script:
    - |
${indented(['set -e', ...newest, ...pipelineScripts.publish])}
`;
}

function indented(lines: readonly string[]): string {
  return lines.map(line => `      ${line}`).join('\n');
}
