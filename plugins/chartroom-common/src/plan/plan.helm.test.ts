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
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import {
  createServiceFacts,
  createServiceOperation,
} from '../__testUtils__/createServiceFacts';
import { readDirectory } from '../__testUtils__/readDirectory';
import type { FileTree } from '../files';
import { readPlatform } from '../platform';
import { plan } from './plan';

const helm = process.env.CHARTROOM_HELM ?? '';
const withHelm = helm ? describe : describe.skip;

interface Manifest {
  kind: string;
  metadata: { name: string };
  spec: any;
}

withHelm('plan of a new service, rendered by Helm', () => {
  const shop = readDirectory({ directory: 'examples/robot-shop' });
  const library = readDirectory({ directory: 'charts/platform-common' });
  const made = plan({
    platform: readPlatform({ files: shop }),
    operation: createServiceOperation({
      dependencies: [
        { name: 'catalogue' },
        { name: 'redis' },
        { name: 'mysql' },
        { name: 'rabbitmq' },
      ],
    }),
    facts: createServiceFacts(),
  });
  const chart = subtree(made.serviceFiles, 'chart/');
  let directory: string;

  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'chartroom-plan-'));
    const result = new Map(shop);
    made.platformChanges.forEach(change => {
      if (change.kind === 'write') {
        result.set(change.path, change.content);
      }
    });
    write('alone', chart);
    write('alone/charts/platform-common', library);
    const umbrella = subtree(result, 'helm/robot-shop/');
    write('umbrella', umbrella);
    for (const { name } of parse(umbrella.get('Chart.yaml')!).dependencies) {
      const files = subtree(result, `charts/${name}/`);
      write(`umbrella/charts/${name}`, files);
    }
    write('umbrella/charts/platform-common', library);
    write('umbrella/charts/recommendations', chart);
  });

  afterAll(() => {
    rmSync(directory, { recursive: true });
  });

  function write(folder: string, files: FileTree) {
    for (const [path, content] of files) {
      const target = join(directory, folder, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  }

  function run(...commands: string[]): string {
    return execFileSync(helm, commands, {
      cwd: directory,
      encoding: 'utf8',
      env: { HOME: directory },
    });
  }

  function render(...commands: string[]): Manifest[] {
    return parseAllDocuments(run('template', 'release', ...commands))
      .map(document => document.toJS())
      .filter(Boolean);
  }

  function named(manifests: Manifest[], kind: string) {
    return manifests.find(
      manifest =>
        manifest.kind === kind && manifest.metadata.name === 'recommendations',
    );
  }

  it('passes the linter, and renders alone with its local values', () => {
    run('lint', '--strict', 'alone', '--values', 'alone/values-local.yaml');
    const manifests = render('alone', '--values', 'alone/values-local.yaml');
    const { containers } = named(manifests, 'Deployment')!.spec.template.spec;
    const environment = Object.fromEntries(
      containers[0].env.map((item: { name: string; value?: string }) => [
        item.name,
        item.value,
      ]),
    );
    expect(environment).toMatchObject({
      CATALOGUE_HOST: 'catalogue',
      CATALOGUE_PORT: '8080',
      CATALOGUE_URL: 'http://catalogue:8080',
      REDIS_HOST: 'redis',
      DB_NAME: 'recommendations',
      DB_USER: 'recommendations',
    });
    expect(containers[0].image).toBe('robotshop/recommendations:0.1.0');
  });

  it('is not a part of the umbrella until it is released', () => {
    const manifests = render('umbrella');
    expect(named(manifests, 'Deployment')).toBeUndefined();
    expect(manifests.length).toBeGreaterThan(12);
  });

  it('fits into the umbrella once it is enabled', () => {
    const manifests = render(
      'umbrella',
      '--set',
      'recommendations.enabled=true',
    );
    expect(named(manifests, 'Deployment')).toBeDefined();
    expect(named(manifests, 'Service')).toBeDefined();
    const callers = manifests.find(
      ({ kind, metadata }) =>
        kind === 'NetworkPolicy' && metadata.name === 'catalogue',
    );
    expect(JSON.stringify(callers?.spec.ingress)).toContain('recommendations');
  });
});

/** The files of a folder, with paths relative to it. */
function subtree(files: FileTree, folder: string): FileTree {
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(folder))
      .map(([path, content]) => [path.slice(folder.length), content]),
  );
}
