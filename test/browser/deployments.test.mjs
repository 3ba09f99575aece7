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

import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { accessibilityProblems } from '../support/accessibility.mjs';
import { openPortal, picture, startBrowser } from '../support/browser.mjs';
import { startPortal } from '../support/portal.mjs';

let browser;
let portal;

before(async () => {
  portal = await startPortal();
  browser = await startBrowser();
});
after(async () => {
  await browser?.close();
  await portal?.remove();
});

/** The row of an environment, once the card has it. */
async function rowOf(page, { service, environment }) {
  await page.goto(`/catalog/default/component/${service}`);
  const row = page.getByRole('row', { name: new RegExp(`^${environment}\\b`) });
  await row.waitFor();
  return row;
}

async function words(row) {
  const text = await row.innerText();
  return text.replace(/\s+/g, ' ');
}

describe('the card of a portal with the recorded cluster', () => {
  test('shows that shipping is behind in prod, the worst environment first', async () => {
    const { page, errors } = await openPortal({ browser, portal });
    const row = await rowOf(page, { service: 'shipping', environment: 'prod' });
    const text = await words(row);
    assert.match(text, /1\.0\.0 → 0\.9\.0/);
    assert.match(text, /Behind git/);
    assert.match(text, /Git wants 1\.0\.0, version 0\.9\.0 runs\./);
    assert.match(text, /Healthy/);
    assert.match(text, /Helm from the rendered manifest/);
    const first = page.getByRole('row').nth(1);
    assert.match(await words(first), /^prod/);
    await page.getByText('Cluster demo is a recording').waitFor();
    await picture(page, 'card-shipping');
    assert.deepEqual(errors, []);
  });

  test('says why payment is unwell in staging, what serves, and what Helm says', async () => {
    const { page } = await openPortal({ browser, portal });
    const row = await rowOf(page, {
      service: 'payment',
      environment: 'staging',
    });
    const text = await words(row);
    assert.match(text, /Rollout is broken/);
    assert.match(text, /Container payment of pod payment-\S+ .*exit code 1/);
    assert.match(text, /Serving \d\/\d/);
    assert.match(text, /Helm: revision 2 failed/);
    assert.match(text, /revision 1 is the last that was deployed/);
    await picture(page, 'card-payment');
  });

  test('says that dispatch is not deployed in prod', async () => {
    const { page } = await openPortal({ browser, portal });
    const row = await rowOf(page, { service: 'dispatch', environment: 'prod' });
    assert.match(await words(row), /1\.0\.0 → none.*Not deployed/);
  });

  test('shows beside web what it depends on that is unwell', async () => {
    const { page } = await openPortal({ browser, portal });
    const row = await rowOf(page, { service: 'web', environment: 'staging' });
    const text = await words(row);
    assert.match(text, /Healthy/);
    assert.match(text, /Depends on payment, which is not well/);
  });

  for (const colorScheme of ['light', 'dark']) {
    test(`has nothing that axe would find wrong, in the ${colorScheme}`, async () => {
      const { page } = await openPortal({ browser, portal, colorScheme });
      await rowOf(page, { service: 'payment', environment: 'staging' });
      const problems = await accessibilityProblems({
        page,
        within: '[role="grid"]',
      });
      assert.deepEqual(problems, []);
      await picture(page, `card-payment-${colorScheme}`);
    });
  }

  test('has git read again when somebody asks for it', async () => {
    const { page } = await openPortal({ browser, portal });
    await rowOf(page, { service: 'shipping', environment: 'prod' });
    const [response] = await Promise.all([
      page.waitForResponse(/\/api\/chartroom\/refresh$/),
      page.getByRole('button', { name: 'Refresh deployments' }).click(),
    ]);
    assert.equal(response.status(), 200, await response.text());
  });

  test('is walked through with the keyboard', async () => {
    const { page } = await openPortal({ browser, portal });
    await rowOf(page, { service: 'shipping', environment: 'prod' });
    await page.getByRole('button', { name: 'Refresh deployments' }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    const name = await page.evaluate(() =>
      globalThis.document.activeElement.getAttribute('role'),
    );
    assert.ok(['row', 'rowheader', 'gridcell'].includes(name), name);
    await page.keyboard.press('Enter');
  });
});

describe('the card of a portal of the old frontend system', () => {
  let legacy;
  before(async () => {
    legacy = await startPortal({
      overrides: { app: { packageName: 'app-legacy' } },
    });
  });
  after(() => legacy?.remove());

  test('shows the same', async () => {
    const context = await browser.newContext({ baseURL: legacy.url });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    await page.goto('/');
    await page.getByRole('button', { name: 'Enter' }).click();
    await page.getByText('Enter', { exact: true }).waitFor({ state: 'hidden' });
    const row = await rowOf(page, { service: 'shipping', environment: 'prod' });
    assert.match(await words(row), /1\.0\.0 → 0\.9\.0.*Behind git/);
    await picture(page, 'card-legacy');
  });
});
