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

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { root } from './portal.mjs';

/** A headless Chromium that asks nobody but the portal. */
export async function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHARTROOM_CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page of the portal, signed in as the guest; errors of the page are collected. */
export async function openPortal({ browser, portal, colorScheme = 'light' }) {
  const context = await browser.newContext({
    colorScheme,
    viewport: { width: 1280, height: 1000 },
    baseURL: portal.url,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  const errors = [];
  page.on('pageerror', error => errors.push(error.message));
  await page.goto('/');
  await page.getByRole('button', { name: 'Enter' }).click();
  // The catalog's page has one of its own, beside that of the sidebar
  await page
    .getByRole('link', { name: 'Create', exact: true })
    .first()
    .waitFor();
  return { page, errors };
}

/** Keeps a picture for people to judge, when `CHARTROOM_SCREENSHOTS` names a folder. */
export async function picture(page, name) {
  const folder = process.env.CHARTROOM_SCREENSHOTS;
  if (folder) {
    const directory = join(root, folder);
    await mkdir(directory, { recursive: true });
    await page.screenshot({
      path: join(directory, `${name}.png`),
      fullPage: true,
    });
  }
}
