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

import { execFile } from 'node:child_process';
import { rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { operationDigest } from '@chartroom/backstage-plugin-chartroom-common';
import { Desk } from './__testUtils__/Desk';

jest.setTimeout(120_000);

const desk = Desk.open();

describe('publishing', () => {
  it('refuses an empty workspace', async () => {
    const { operation } = await desk.plan('no-files');
    await rm(path.join(desk.workspacePath, 'service'), { recursive: true });
    await expect(
      desk.run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('There are no files to publish');
    expect(await desk.findRepository('no-files')).toBeUndefined();
  });

  it('refuses the files of another operation', async () => {
    const { operation } = await desk.plan('my-own');
    await desk.plan('not-mine');
    await expect(
      desk.run('chartroom:service:publish', { operation }),
    ).rejects.toThrow(
      `.chartroom/service.yaml is not that of operation ${operation.id}`,
    );
  });

  it('finishes what a process that died has begun', async () => {
    const { operation, id } = await desk.plan('interrupted');
    await desk.portal.ledger.begin({
      id,
      kind: operation.kind,
      platform: operation.platform,
      subject: 'interrupted',
      digest: operationDigest({ operation }),
      createdBy: 'user:default/ada',
    });
    await desk.portal.ledger.record({
      id,
      effect: {
        key: 'repository',
        state: 'intended',
        target: {
          kind: 'repository',
          url: desk.location('interrupted').webUrl,
        },
      },
    });
    await desk.makeRepository('interrupted');
    const { output } = await desk.run('chartroom:service:publish', {
      operation,
    });
    expect(
      await desk.openRepository('interrupted').head({ branch: 'main' }),
    ).toBe(output.commit);
  });

  it('leaves an empty repository of someone else alone', async () => {
    const { operation, id } = await desk.plan('someone-elses');
    await desk.makeRepository('someone-elses');
    await expect(
      desk.run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('there is a repository');
    expect(await desk.portal.ledger.get({ id })).toBeUndefined();
    await desk.undo(id);
    expect(await desk.findRepository('someone-elses')).toMatchObject({
      empty: true,
    });
  });

  it('keeps executable files executable, and refuses what is not text', async () => {
    const { operation } = await desk.plan('with-script');
    const service = path.join(desk.workspacePath, 'service');
    await writeFile(path.join(service, 'run.sh'), '#!/bin/sh\n', {
      mode: 0o755,
    });
    await writeFile(path.join(service, 'logo.png'), Buffer.from([0xff, 0xfe]));
    await expect(
      desk.run('chartroom:service:publish', { operation }),
    ).rejects.toThrow('logo.png is not text in UTF-8');
    await rm(path.join(service, 'logo.png'));
    const { output } = await desk.run('chartroom:service:publish', {
      operation,
    });
    const clone = path.join(desk.workspacePath, 'clone');
    await promisify(execFile)('git', ['clone', output.repositoryUrl, clone]);
    const { mode } = await stat(path.join(clone, 'run.sh'));
    expect(mode % 2).toBe(1);
  });

  it('must come before the service is entered in its platform', async () => {
    const { operation } = await desk.plan('too-early');
    await expect(
      desk.run('chartroom:platform:propose', { operation }),
    ).rejects.toThrow('publish the service before it is entered');
  });
});
