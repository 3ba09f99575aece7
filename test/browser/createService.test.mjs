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
import { after, before, test } from 'node:test';
import { openPortal, picture, startBrowser } from '../support/browser.mjs';
import { drawService, seededDraw } from '../support/draw.mjs';
import {
  expectedConnections,
  inspectService,
} from '../support/inspectService.mjs';
import { startPortal } from '../support/portal.mjs';

const service = drawService(seededDraw());
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

test(`a newcomer creates ${service.name} with the button and finds it in the catalog`, async () => {
  const { page, errors } = await openPortal({ browser, portal });
  await page.getByRole('link', { name: 'Create', exact: true }).click();
  await page
    .locator('.MuiCard-root')
    .filter({ has: page.getByText('Create service', { exact: true }) })
    .getByRole('button', { name: 'Choose' })
    .click();

  const name = page.getByRole('textbox', { name: /^Name/ });
  await name.fill('cart');
  await page
    .getByText(/cart.* is taken/)
    .first()
    .waitFor();
  await picture(page, 'form-name-taken');
  await name.fill(service.name);
  await page.getByText(`${service.name} is available`).waitFor();

  await page
    .getByRole('textbox', { name: /^Description/ })
    .fill('Suggests what else to buy');
  await page.getByRole('combobox', { name: /Owner/ }).click();
  await page.getByRole('option', { name: /shop/i }).first().click();
  await page.keyboard.press('Tab');
  await page.getByRole('textbox', { name: /^Port/ }).fill(String(service.port));

  await page.getByRole('button', { name: /Dependencies/ }).click();
  const search = page.getByPlaceholder('Search by name, type or tier');
  for (const { name: dependency } of service.dependencies) {
    await search.fill(dependency);
    await page
      .getByRole('option', { name: new RegExp(`^${dependency}\\b`) })
      .first()
      .click();
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  const chosen = page.getByRole('grid', { name: 'Chosen dependencies' });
  for (const { name: dependency } of service.dependencies) {
    await chosen
      .getByRole('row', { name: new RegExp(`^${dependency}\\b`) })
      .waitFor();
  }
  await page
    .getByText('helm/robot-shop/values.yaml', { exact: true })
    .waitFor();
  await picture(page, 'form');

  await page.getByRole('button', { name: 'Review', exact: true }).click();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page
    .getByRole('link', { name: 'Open the service in the catalog' })
    .waitFor({ timeout: 60_000 });
  await picture(page, 'run');
  const repositoryUrl = await page
    .getByRole('link', { name: 'Its repository' })
    .getAttribute('href');

  await page
    .getByRole('link', { name: 'Open the service in the catalog' })
    .click();
  await page.getByText('Created, not released').first().waitFor();
  for (const { name: dependency } of service.dependencies) {
    await page
      .getByText(new RegExp(`^(robot-shop-)?${dependency}$`))
      .first()
      .waitFor();
  }
  await picture(page, 'entity');
  assert.deepEqual(errors, []);

  const { results } = await inspectService({ portal, service, repositoryUrl });
  for (const { helm, added } of results) {
    assert.deepEqual(added, expectedConnections(service), helm);
  }
});

test('every link of the new entity leads somewhere', async () => {
  const entity = await portal.get(
    `/api/catalog/entities/by-name/component/default/${service.name}`,
  );
  const annotations = entity.metadata.annotations;
  const source = annotations['backstage.io/source-location'].replace(
    /^url:/,
    '',
  );
  for (const url of [
    source,
    ...(entity.metadata.links ?? []).map(link => link.url),
  ]) {
    const response = await fetch(url);
    assert.equal(response.status, 200, url);
  }
});

test('the form and the entity are readable in the dark', async () => {
  const { page } = await openPortal({ browser, portal, colorScheme: 'dark' });
  await page.goto('/create/templates/default/create-service');
  await page.getByRole('textbox', { name: /^Name/ }).waitFor();
  await picture(page, 'form-dark');
  await page.goto(`/catalog/default/component/${service.name}`);
  await page.getByText('Created, not released').first().waitFor();
  await picture(page, 'entity-dark');
  const background = await page.evaluate(
    () => globalThis.getComputedStyle(document.body).backgroundColor,
  );
  const [red] = background.match(/\d+/g).map(Number);
  assert.ok(red < 80, `the page's background is ${background}`);
});
