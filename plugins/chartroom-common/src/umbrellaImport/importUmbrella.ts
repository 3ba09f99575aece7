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

import type { Finding } from '../check';
import type { FileChange, FileTree } from '../files';
import { checkServiceName, readMatrix } from '../matrix';
import { readProfiles } from '../wiring';
import { stringifyYaml } from '../yaml';
import { describeChart } from './describeChart';
import { findDependencies } from './findDependencies';
import type { HandMadeChart, HandMadeUmbrella } from './HandMadeUmbrella';
import { importCommonChart } from './importCommonChart';
import { questions } from './questions';
import { readHandMadeUmbrella } from './readHandMadeUmbrella';

/**
 * Builds a service matrix from an umbrella that was made by hand.
 *
 * @remarks
 * It writes the matrix and nothing else: every file that is there stays as it
 * is, byte for byte. What cannot be known from the files is a finding with a
 * question in its `fix`; what the new matrix does not agree with is what `check`
 * says of it afterwards.
 *
 * @public
 */
export function importUmbrella(options: {
  files: FileTree;
  /** Folder of the umbrella; absent: the only one that there is. */
  umbrella?: string;
  /** Path of the matrix to write; default `service-matrix.yaml`. */
  matrixPath?: string;
  /** Version of the common chart that a person would put beside an umbrella that lists none. */
  commonChartVersion?: string;
}): { changes: FileChange[]; findings: Finding[] } {
  const { files, matrixPath: path = 'service-matrix.yaml' } = options;
  if (files.has(path)) {
    return refused({
      rule: 'import-matrix-exists',
      file: path,
      message: `There is a ${path} already.`,
      fix: 'Run chartroom check to see what does not agree with it.',
    });
  }
  const umbrellas = likelyUmbrellas(files);
  const folder =
    options.umbrella?.replace(/^(\.\/+)+|\/+$/g, '') ??
    (umbrellas.length === 1 ? umbrellas[0] : undefined);
  if (folder === undefined || !files.has(`${folder}/Chart.yaml`)) {
    return refused({
      rule: 'import-umbrella',
      file: folder === undefined ? 'Chart.yaml' : `${folder}/Chart.yaml`,
      message:
        folder === undefined
          ? 'There is not exactly one chart here that lists others.'
          : `There is no chart in ${folder}.`,
      fix:
        umbrellas.length > 0
          ? `Name the folder of the umbrella chart with --umbrella; charts that list others are in ${umbrellas.join(
              ', ',
            )}.`
          : 'Name the folder of the umbrella chart with --umbrella, from the folder of the whole repository.',
    });
  }
  const { umbrella, findings } = readHandMadeUmbrella({ files, folder });
  if (!umbrella || findings.some(({ severity }) => severity === 'error')) {
    return { changes: [], findings };
  }
  const { profiles } = readProfiles({ files });
  const charts = umbrella.charts.filter(chart => !isLibrary(chart));
  const described = charts.map(chart => ({
    chart,
    service: describeChart({ chart, profiles }),
  }));
  const ports = new Map(
    described.map(({ chart, service }) => [chart.name, service.port]),
  );
  const services = described.map(({ chart, service }) => {
    const { dependencies, ...asked } = findDependencies({ chart, ports });
    findings.push(...questions({ umbrella, chart, service, ...asked }));
    return {
      ...service,
      ...(dependencies.length > 0 && {
        dependencies: dependencies.map(({ name, env }) =>
          Object.keys(env).length > 0 ? { name, env } : name,
        ),
      }),
    };
  });
  findings.push(...refusedNames({ umbrella, charts }));
  const common = importCommonChart({
    ...options,
    umbrella,
    isNeeded: described.some(
      ({ chart, service }) =>
        chart.folder !== undefined || service.engine === undefined,
    ),
  });
  findings.push(...common.findings);
  const text = matrixText({
    ...{ umbrella, services },
    commonChart: common.commonChart,
  });
  const problems = readMatrix({ file: path, text, profiles }).findings.filter(
    ({ severity }) => severity === 'error',
  );
  return {
    changes: [{ kind: 'write', path, content: text }],
    findings: [...findings, ...problems],
  };
}

function refused(options: Omit<Finding, 'severity'>): {
  changes: FileChange[];
  findings: Finding[];
} {
  return { changes: [], findings: [{ ...options, severity: 'error' }] };
}

/** Folders of the charts that list others: where some switch them on and off, those alone. */
function likelyUmbrellas(files: FileTree): string[] {
  const listing = [...files].flatMap(([path, text]) => {
    const [, folder] = /^(.+)\/Chart\.yaml$/.exec(path) ?? [];
    return folder !== undefined && /^dependencies:/m.test(text)
      ? [{ folder, text }]
      : [];
  });
  const switching = listing.filter(({ text }) => /\bcondition:/.test(text));
  return (switching.length > 0 ? switching : listing).map(
    ({ folder }) => folder,
  );
}

function isLibrary({ chart, dependency }: HandMadeChart): boolean {
  return chart.type === 'library' || dependency.name === 'platform-common';
}

function refusedNames(options: {
  umbrella: HandMadeUmbrella;
  charts: readonly HandMadeChart[];
}): Finding[] {
  const { umbrella, charts } = options;
  return charts.flatMap(({ name, line }): Finding[] => {
    const checked = checkServiceName({ name, taken: [] });
    return checked.ok
      ? []
      : [
          {
            rule: 'import-name',
            severity: 'warning',
            file: `${umbrella.folder}/Chart.yaml`,
            line,
            message: checked.reason,
            fix: 'Which other name may it have?',
          },
        ];
  });
}

function matrixText(options: {
  umbrella: HandMadeUmbrella;
  services: readonly object[];
  commonChart: ReturnType<typeof importCommonChart>['commonChart'];
}): string {
  const { umbrella, services, commonChart } = options;
  const head = stringifyYaml({
    system: umbrella.name,
    umbrella: umbrella.folder,
    ...(commonChart && { commonChart }),
    ...(umbrella.environments.length > 0 && {
      environments: umbrella.environments,
    }),
  });
  const list =
    services.length > 0 ? stringifyYaml({ services }) : 'services: []\n';
  return `# The inventory of ${umbrella.name}: the one place where its topology is written.
${head}${list}`;
}
