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

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mockCredentials } from '@backstage/backend-test-utils';
import { parse } from 'yaml';
import { runAction } from './__testUtils__/runAction';
import { startPortal, type Portal } from './__testUtils__/startPortal';

jest.setTimeout(120_000);

const TEMPLATE = path.resolve(
  __dirname,
  '../../../templates/create-service/template.yaml',
);
/** The order in which a template has them: each example builds on what those before it have made. */
const ORDER = [
  'chartroom:operation:plan',
  'chartroom:skeleton:render',
  'chartroom:chart:verify',
  'chartroom:service:publish',
  'chartroom:platform:propose',
  'chartroom:catalog:ensure',
  'chartroom:operation:undo',
];
const withHelm = process.env.CHARTROOM_HELM ? describe : describe.skip;

let portal: Portal;
let workspacePath: string;
beforeAll(async () => {
  portal = await startPortal({
    chartroom: { helm: { binary: process.env.CHARTROOM_HELM ?? 'helm' } },
  });
  const credentials = mockCredentials.service();
  while (
    !(await portal.catalog.getEntityByRef('group:default/shop', {
      credentials,
    }))
  ) {
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  workspacePath = await mkdtemp(path.join(tmpdir(), 'workspace-'));
});
afterAll(async () => {
  await rm(workspacePath, { recursive: true, force: true });
  await portal.close();
});

/** Puts outputs of earlier steps in the place of `${{ steps.plan.output.operation }}`. */
function render(value: any, steps: Record<string, any>): any {
  if (typeof value === 'string') {
    const [, expression] = /^\$\{\{ (steps\.[\w.]+) \}\}$/.exec(value) ?? [];
    return expression
      ? expression.split('.').reduce((at, key) => at[key], { steps } as any)
      : value;
  }
  if (Array.isArray(value)) {
    return value.map(item => render(item, steps));
  }
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(
        Object.entries(value).map(([key, item]) => [key, render(item, steps)]),
      )
    : value;
}

it('has examples for every action, and descriptions for every field', () => {
  expect([...portal.actions.keys()].sort()).toEqual([...ORDER].sort());
  for (const {
    id,
    examples,
    schema,
    supportsDryRun,
  } of portal.actions.values()) {
    expect([id, examples?.length ?? 0]).not.toEqual([id, 0]);
    expect([id, supportsDryRun]).toEqual([id, true]);
    for (const side of [schema?.input, schema?.output]) {
      for (const [field, { description }] of Object.entries<any>(
        side?.properties ?? {},
      )) {
        expect([id, field, typeof description]).toEqual([id, field, 'string']);
      }
    }
  }
});

withHelm('with Helm', () => {
  it('every example does what it says', async () => {
    const steps: Record<string, any> = {};
    for (const id of ORDER) {
      // The first example of planning goes on; the others end with their plan.
      for (const { example } of [
        ...portal.actions.get(id)!.examples!,
      ].reverse()) {
        for (const step of parse(example).steps) {
          expect(step.action).toBe(id);
          await rm(
            path.join(workspacePath, id === ORDER[0] ? 'service' : 'none'),
            {
              recursive: true,
              force: true,
            },
          );
          const { output, log } = await runAction({
            portal,
            id,
            input: render(step.input, steps),
            workspacePath,
            templateInfo: {
              entityRef: 'template:default/create-service',
              baseUrl: `file://${TEMPLATE}`,
            },
          });
          steps[step.id] = { output, log };
        }
      }
    }
    expect(steps.verify.output.verified).toBe(true);
    expect(steps.register.output.entityRef).toBe(
      'component:default/recommendations',
    );
    // The operation has come to its end with the step before.
    expect(steps.undo.output).toEqual({ undone: [], left: [] });
    expect(steps.undo.log.at(-1)).toBe(
      `Operation ${steps.plan.output.operationId} has come to its end; nothing of it is undone`,
    );
  });
});
