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

import { matrixIndex, type Matrix } from '../../matrix';
import type { Platform } from '../../platform';
import type { DerivedFile } from '../DerivedFile';
import { derivedMark } from '../derivedMark';
import { commonChartManager } from './commonChartManager';

/** Renovate takes the first of its files that it finds, so a platform that has another has its own. */
const otherPlaces = [
  'renovate.json5',
  '.github/renovate.json',
  '.github/renovate.json5',
  '.gitlab/renovate.json',
  '.gitlab/renovate.json5',
  '.renovaterc',
  '.renovaterc.json',
  '.renovaterc.json5',
];

/**
 * Renovate's configuration: it moves the pins in the umbrella's Chart.yaml, and
 * with them the umbrella's own version. None where the repository configures
 * Renovate elsewhere.
 *
 * @remarks
 * Chart.lock is left to `chartroom sync`, which needs no chart to be fetched.
 * Charts of the repository itself (`file://`) Renovate leaves alone by itself.
 *
 * @internal
 */
export function renovateConfiguration(options: {
  platform: Platform;
}): DerivedFile[] {
  const { files, matrix } = options.platform;
  if (!matrix || otherPlaces.some(path => files.has(path))) {
    return [];
  }
  return [
    {
      kind: 'file',
      rule: 'derived-renovate',
      path: 'renovate.json',
      content: content({ ...options, matrix }),
    },
  ];
}

function content(options: { platform: Platform; matrix: Matrix }): string {
  const { matrix } = options;
  const backing = backingCharts(options);
  const manager = commonChartManager({ matrix });
  const configuration = {
    // The first line, since JSON knows no comments
    description: derivedMark,
    $schema: 'https://docs.renovatebot.com/renovate-schema.json',
    extends: ['config:recommended'],
    enabledManagers: ['helmv3', 'custom.regex', 'github-actions', 'gitlabci'],
    automerge: false,
    ...(manager && { customManagers: [manager] }),
    packageRules: [
      {
        description: 'Chart.lock is written by chartroom sync',
        matchManagers: ['helmv3'],
        skipArtifactsUpdate: true,
      },
      {
        description: 'Small steps of services come together, large ones alone',
        matchManagers: ['helmv3'],
        matchUpdateTypes: ['minor', 'patch', 'digest'],
        groupName: 'services',
      },
      ...(backing.length > 0
        ? [
            {
              description:
                'Databases, caches and brokers come apart from services',
              matchManagers: ['helmv3'],
              matchDepNames: backing,
              groupName: 'backing services',
            },
          ]
        : []),
      {
        description:
          'The common chart stands in the matrix and in the umbrella, and moves in both',
        matchDepNames: ['platform-common'],
        groupName: 'common chart',
      },
      {
        description: 'A new pin is a new version of the umbrella',
        matchFileNames: [`${matrix.umbrella}/Chart.yaml`],
        bumpVersions: [
          {
            filePatterns: [`${matrix.umbrella}/Chart.yaml`],
            matchStrings: ['\\nversion:\\s*["\']?(?<version>[^\\s"\']+)'],
            bumpType:
              '{{#if isMajor}}major{{else}}{{#if isMinor}}minor{{else}}patch{{/if}}{{/if}}',
          },
        ],
      },
    ],
  };
  return `${JSON.stringify(configuration, undefined, 2).replace(
    /^\{\n {2}/,
    '{ ',
  )}\n`;
}

/** Names of the charts that are not ours, as the umbrella lists them. */
function backingCharts(options: {
  platform: Platform;
  matrix: Matrix;
}): string[] {
  const { platform, matrix } = options;
  const { services } = matrixIndex({ matrix });
  const names = (platform.umbrella?.dependencies ?? []).flatMap(
    ({ name, alias, repository }) =>
      services.get(alias ?? name)?.kind === 'backing-service' &&
      !repository?.startsWith('file://')
        ? [name]
        : [],
  );
  return [...new Set(names)].sort();
}
