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

import { valid } from 'semver';
import type { Finding } from '../check';
import type { FileTree } from '../files';
import { SourceDocument } from '../matrix/SourceDocument';
import { valueAt } from '../values/valueAt';
import type { YamlPath } from '../yaml';
import type { HandMadeChart, HandMadeUmbrella } from './HandMadeUmbrella';
import { pathFrom } from './pathFrom';

const customaryFolder = 'charts/platform-common';

/**
 * What the matrix says of the common chart: as the umbrella lists it, or else
 * nothing but its version, where a person would put it. What is not in the
 * repository is a finding that says how to get it.
 *
 * @internal
 */
export function importCommonChart(options: {
  files: FileTree;
  umbrella: HandMadeUmbrella;
  /** Whether there is a chart that may stand on it. */
  isNeeded: boolean;
  /** Version of the one that would be put there. */
  commonChartVersion?: string;
}): {
  commonChart?: { readonly version?: string; readonly repository?: string };
  findings: Finding[];
} {
  const { files, umbrella, isNeeded, commonChartVersion } = options;
  const listed = umbrella.charts.find(
    ({ dependency }) => dependency.name === 'platform-common',
  );
  const repository = listed?.dependency.repository ?? '';
  const pinned =
    listed && (exact(listed.dependency.version) ?? lockedIn(options));
  if (/^(?:https?|oci):\/\//.test(repository)) {
    const version = pinned ?? commonChartVersion;
    return {
      commonChart: { ...(version && { version }), repository },
      findings: [],
    };
  }
  const folder = listed ? folderOf({ umbrella, listed }) : customaryFolder;
  const file = `${folder}/Chart.yaml`;
  const isMissing = !files.has(file);
  const there = exact(valueIn({ files, file, path: ['version'] }));
  const version = there ?? pinned ?? commonChartVersion;
  const commonChart = {
    ...(version && { version }),
    repository: `file://${folder}`,
  };
  return {
    ...((listed || (isMissing && version)) && { commonChart }),
    findings:
      isMissing && (listed || isNeeded)
        ? [
            {
              rule: 'import-common-chart',
              severity: 'warning',
              file: `${umbrella.folder}/Chart.yaml`,
              line: listed?.line ?? 1,
              message: `There is no common chart in ${folder}, on which chartroom sync lets charts stand.`,
              fix: `Will you keep it there? Then run chartroom init for a new folder, and copy its charts/platform-common to ${folder}; or write commonChart.repository: with the address of a chart repository that holds it.`,
            },
          ]
        : [],
  };
}

/** Where an entry of the umbrella means it to be; the customary place where that leads out of the repository. */
function folderOf(options: {
  umbrella: HandMadeUmbrella;
  listed: HandMadeChart;
}): string {
  const { umbrella, listed } = options;
  const { repository = '' } = listed.dependency;
  const path = repository.startsWith('file://')
    ? repository.slice('file://'.length)
    : 'charts/platform-common';
  return (
    listed.folder ??
    pathFrom({ folder: umbrella.folder, path }) ??
    customaryFolder
  );
}

/** What the lock has, where the umbrella has a range. */
function lockedIn(options: {
  files: FileTree;
  umbrella: HandMadeUmbrella;
}): string | undefined {
  const { files, umbrella } = options;
  const entry = { key: 'name', value: 'platform-common' };
  return exact(
    valueIn({
      files,
      file: `${umbrella.folder}/Chart.lock`,
      path: ['dependencies', entry, 'version'],
    }),
  );
}

function valueIn(options: {
  files: FileTree;
  file: string;
  path: YamlPath;
}): unknown {
  const { files, file, path } = options;
  const text = files.get(file) ?? '';
  const { document } = SourceDocument.parse({
    ...{ file, text, rulePrefix: 'import' },
  });
  return valueAt({ root: document?.value, path });
}

/** A matrix names one version, and an umbrella may have a range. */
function exact(version: unknown): string | undefined {
  return typeof version === 'string' && valid(version) === version
    ? version
    : undefined;
}
