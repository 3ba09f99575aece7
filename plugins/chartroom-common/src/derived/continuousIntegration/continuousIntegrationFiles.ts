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

import type { FileTree } from '../../files';
import { githubWorkflow } from './githubWorkflow';
import { gitlabPipeline } from './gitlabPipeline';

/**
 * The continuous integration of a new platform repository: it checks every
 * change, writes on the default branch what is derived, and publishes the charts
 * that live in the repository.
 *
 * @remarks
 * The files belong to the platform's people from the start: nothing compares
 * them later.
 *
 * @public
 */
export function continuousIntegrationFiles(options: {
  /** Name of the system. */
  system: string;
  /** Folder of the umbrella chart; default `helm/<system>`. */
  umbrella?: string;
  /** `github`, the default, is for Gitea and Forgejo too. */
  host?: 'github' | 'gitlab';
  /** Default `main`. */
  defaultBranch?: string;
  /** Where charts are published, `oci://` or `http(s)://` in the way of ChartMuseum; absent: where the pipeline's variable CHART_REPOSITORY says. */
  chartRepository?: string;
}): FileTree {
  const { system, host = 'github', defaultBranch = 'main' } = options;
  const { umbrella = `helm/${system}`, chartRepository } = options;
  const facts = { umbrella, defaultBranch, chartRepository };
  return host === 'github'
    ? new Map([['.github/workflows/platform.yaml', githubWorkflow(facts)]])
    : new Map([['.gitlab-ci.yml', gitlabPipeline(facts)]]);
}
