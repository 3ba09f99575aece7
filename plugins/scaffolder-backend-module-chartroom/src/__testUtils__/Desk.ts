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

import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  createGitRepository,
  type GitRepository,
} from '@chartroom/backstage-plugin-chartroom-node';
import { runAction } from './runAction';
import { startPortal, type Portal } from './startPortal';

const TEMPLATE = path.resolve(
  __dirname,
  '../../../../templates/create-service/template.yaml',
);

/**
 * A portal for the tests of one file, with a fresh workspace for each, and what people do with it.
 */
export class Desk {
  #portal: Portal | undefined;
  #directory = '';
  #workspacePath = '';

  /** To be called at the top of a file of tests. */
  static open(): Desk {
    const desk = new Desk();
    beforeAll(() => desk.#start());
    beforeEach(() => desk.#clear());
    afterAll(() => desk.#close());
    return desk;
  }

  get portal(): Portal {
    return this.#portal!;
  }

  get workspacePath(): string {
    return this.#workspacePath;
  }

  requested(name: string) {
    return {
      platform: 'robot-shop',
      name,
      description: `Does what ${name} does`,
      owner: 'group:default/shop',
      language: 'node',
      port: 8080,
      dependencies: [{ name: 'redis' }, { name: 'cart' }],
    };
  }

  /** Runs one action in the workspace. */
  run(
    id: string,
    input: object,
    more: Partial<Parameters<typeof runAction>[0]> = {},
  ) {
    return runAction({
      portal: this.portal,
      id,
      input,
      workspacePath: this.workspacePath,
      templateInfo: {
        entityRef: 'template:default/create-service',
        baseUrl: `file://${TEMPLATE}`,
      },
      ...more,
    });
  }

  /** Plans a service and writes its files into an empty workspace. */
  async plan(name: string, more: object = {}) {
    await this.#clear();
    const { output } = await this.run('chartroom:operation:plan', {
      ...this.requested(name),
      ...more,
    });
    return { operation: output.operation, id: output.operationId as string };
  }

  /** Plans a service, makes its repository and its chart, and enters it in its platform. */
  async propose(name: string, more: object = {}) {
    const { operation, id } = await this.plan(name, more);
    const published = await this.run('chartroom:service:publish', {
      operation,
    });
    const proposed = await this.run('chartroom:platform:propose', {
      operation,
    });
    return { operation, id, published, proposed };
  }

  /** All that the template does, without the code. */
  async create(name: string, more: object = {}) {
    const made = await this.propose(name, more);
    const { operation } = made;
    const registered = await this.run('chartroom:catalog:ensure', {
      operation,
    });
    return { ...made, registered };
  }

  undo(operationId: string) {
    return this.run('chartroom:operation:undo', { operationId });
  }

  openRepository(name: string): GitRepository {
    return createGitRepository({
      cloneUrl: `${this.portal.shop.url}/shop/${name}.git`,
      credentials: () => this.#host().gitCredentials(),
      cacheDirectory: path.join(this.#directory, 'cache'),
    });
  }

  /** Commits one file as a person would. */
  async commit(name: string, file: string, content: string) {
    const repository = this.openRepository(name);
    await repository.commit({
      branch: 'main',
      base: await repository.head({ branch: 'main' }),
      changes: [{ kind: 'write', path: file, content }],
      message: `Change ${file}`,
      author: { name: 'Ada', email: 'ada@example.com' },
    });
  }

  async platformFiles() {
    return (await this.openRepository('robot-shop').read({ branch: 'main' }))
      .files;
  }

  /** The chart repository's index, without the time. */
  async chartIndex() {
    const response = await fetch(`${this.portal.shop.url}/charts/index.yaml`);
    return withoutTime(await response.text());
  }

  findRepository(name: string) {
    return this.#host().getRepository(this.location(name));
  }

  /** An empty repository that no operation has made. */
  makeRepository(name: string) {
    return this.#host().createRepository({
      ...this.location(name),
      description: '',
      defaultBranch: 'main',
      private: true,
    });
  }

  location(name: string) {
    return this.#host().location({ owner: 'shop', name });
  }

  findEntity(ref: string) {
    const credentials = mockCredentials.service();
    return this.portal.catalog.getEntityByRef(ref, { credentials });
  }

  #host() {
    return this.portal.gitHosts.byUrl({ url: this.portal.shop.url });
  }

  async #start() {
    this.#directory = await mkdtemp(path.join(tmpdir(), 'desk-'));
    this.#portal = await startPortal({
      chartroom: { helm: { binary: process.env.CHARTROOM_HELM ?? 'helm' } },
    });
    // The catalog reads who owns what before anybody can create something for them.
    while (!(await this.findEntity('group:default/shop'))) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  async #clear() {
    this.portal.permit(AuthorizeResult.ALLOW);
    this.#workspacePath = path.join(this.#directory, 'workspace');
    await rm(this.#workspacePath, { recursive: true, force: true });
    await mkdir(this.#workspacePath);
  }

  async #close() {
    await this.#portal?.close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}

/** A text without the time of its generation. */
export function withoutTime(content: string): string {
  return content.replace(/^generated: .*$/m, '');
}
