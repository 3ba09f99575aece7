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

import { readPlatform } from '../../platform';
import { renovateConfiguration } from './renovateConfiguration';

const chart = `apiVersion: v2
name: shop
version: 1.4.0
dependencies:
  - name: platform-common
    version: 1.0.0
    repository: oci://registry.example.com/charts
  - name: cart
    version: 2.0.0
    repository: oci://registry.example.com/charts
  - name: redis
    alias: cache
    version: 0.34.18
    repository: oci://registry-1.docker.io/cloudpirates
  - name: store
    version: 1.0.0
    repository: file://../../charts/store
`;

const services = `
services:
  - { name: cart }
  - { name: cache, engine: redis, chart_source: cloudpirates }
  - { name: store, engine: mysql }
`;

function derive(head = '', more: Record<string, string> = {}) {
  const platform = readPlatform({
    files: new Map([
      ['service-matrix.yaml', `system: shop\n${head}${services}`],
      ['helm/shop/Chart.yaml', chart],
      ...Object.entries(more),
    ]),
  });
  return renovateConfiguration({ platform });
}

function configuration(head?: string): any {
  const [file] = derive(head);
  return file.kind === 'file' ? JSON.parse(file.content) : undefined;
}

describe('renovateConfiguration', () => {
  it('is JSON whose first line says who writes it', () => {
    const [file] = derive();
    expect(file).toMatchObject({
      path: 'renovate.json',
      rule: 'derived-renovate',
    });
    expect(file.kind === 'file' && file.content.split('\n')[0]).toBe(
      '{ "description": "Written by Chartroom from service-matrix.yaml; do not edit: chartroom sync writes it anew.",',
    );
    expect(configuration()).toMatchObject({
      extends: ['config:recommended'],
      automerge: false,
    });
  });

  it.each(['renovate.json5', '.github/renovate.json', '.renovaterc'])(
    'leaves a platform alone that has its own in %s',
    path => {
      expect(derive('', { [path]: '{}' })).toEqual([]);
    },
  );

  it('groups the charts that are not ours apart from services', () => {
    const rules = configuration().packageRules;
    expect(
      rules.find((rule: any) => rule.groupName === 'backing services'),
    ).toMatchObject({ matchManagers: ['helmv3'], matchDepNames: ['redis'] });
    expect(
      rules.find((rule: any) => rule.groupName === 'services').matchUpdateTypes,
    ).not.toContain('major');
  });

  it("moves the umbrella's own version, and no version of a dependency", () => {
    const [{ filePatterns, matchStrings }] =
      configuration().packageRules.at(-1).bumpVersions;
    expect(filePatterns).toEqual(['helm/shop/Chart.yaml']);
    const found = new RegExp(matchStrings[0]).exec(chart);
    expect(found?.groups?.version).toBe('1.4.0');
    expect(
      new RegExp(matchStrings[0]).exec('\nversion: "0.1.0"\n')?.groups,
    ).toEqual({ version: '0.1.0' });
  });

  it.each([
    [
      'commonChart: { version: 1.0.0, repository: "oci://registry.example.com/charts" }\n',
    ],
    [
      'commonChart: { repository: "oci://registry.example.com/charts", version: "1.0.0" }\n',
    ],
    [
      'commonChart:\n  version: 1.0.0\n  repository: oci://registry.example.com/charts\n',
    ],
    [
      'commonChart:\n  repository: oci://registry.example.com/charts\n  version: "1.0.0"\n',
    ],
  ])('finds the version of the common chart in the matrix: %j', head => {
    const [manager] = configuration(head).customManagers;
    expect(manager).toMatchObject({
      datasourceTemplate: 'docker',
      depNameTemplate: 'platform-common',
      packageNameTemplate: 'registry.example.com/charts/platform-common',
    });
    const found = new RegExp(manager.matchStrings[0]).exec(
      `system: shop\n${head}`,
    );
    expect(found?.groups?.currentValue).toBe('1.0.0');
  });

  it('asks a chart repository by its address, and nobody where the common chart lies beside', () => {
    const head =
      'commonChart: { version: 1.0.0, repository: "https://charts.example.com" }\n';
    expect(configuration(head).customManagers[0]).toMatchObject({
      datasourceTemplate: 'helm',
      registryUrlTemplate: 'https://charts.example.com',
    });
    expect(configuration()).not.toHaveProperty('customManagers');
  });
});
