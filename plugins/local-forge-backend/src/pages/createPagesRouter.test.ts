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

import { runGit } from '../__testUtils__/runGit';
import { callApi } from '../__testUtils__/callApi';
import { pushFiles } from '../__testUtils__/pushFiles';
import { seed } from '../__testUtils__/seed';
import { startForge } from '../__testUtils__/startForge';

jest.setTimeout(60_000);

describe('the pages', () => {
  const forge = startForge({ seed });

  const get = async (path: string) => {
    const answer = await fetch(`${forge.url}${path}`, { redirect: 'manual' });
    const { status, headers } = answer;
    return { status, headers, text: await answer.text() };
  };
  const create = (name: string, description = '') =>
    callApi({
      url: forge.url,
      method: 'POST',
      path: '/orgs/shop/repos',
      body: { name, description },
    });
  const platform = '/shop/shop-platform';

  it('lists repositories and charts, and those of one owner', async () => {
    const { status, text } = await get('/');
    expect(status).toBe(200);
    expect(text).toContain(`href="${platform}"`);
    expect(text).toContain('platform-common-1.0.0.tgz');
    expect(text).toContain(`helm repo add local-forge ${forge.url}/charts`);
    expect((await get('/shop')).text).toContain(`href="${platform}"`);
    expect((await get('/nobody')).status).toBe(404);
  });

  it('shows a repository: files, README, lines for a terminal', async () => {
    const { status, text } = await get(platform);
    expect(status).toBe(200);
    expect(text).toContain(`git clone ${forge.url}${platform}.git`);
    expect(text).toContain('helm repo add local-forge');
    expect(text).toContain(`href="${platform}/src/branch/main/helm"`);
    expect(text).toContain('<p>The platform of the tests.</p>');
  });

  it('shows directories, files with line numbers, and raw files', async () => {
    const source = `${platform}/src/branch/main`;
    expect((await get(`${source}/helm/shop`)).text).toContain('Chart.yaml');
    expect((await get(`${source}/helm/shop`)).text).not.toContain('git clone');
    const { text } = await get(`${source}/helm/shop/Chart.yaml`);
    expect(text).toContain('<span id="L2">name: shop</span>');
    const raw = await get(`${platform}/raw/branch/main/helm/shop/Chart.yaml`);
    expect(raw.text).toBe('apiVersion: v2\nname: shop\nversion: 0.1.0\n');
    expect(raw.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(raw.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get(`${source}/none`)).status).toBe(404);
    expect((await get(`${platform}/raw/branch/main/helm`)).status).toBe(404);
    expect((await get(`${platform}/src/branch/none`)).status).toBe(404);
  });

  it('shows the log in pages, and a commit with its change', async () => {
    await create('log');
    const repository = 'shop/log';
    const first = await pushFiles({
      url: forge.url,
      repository,
      files: { a: 'one\n' },
      message: 'First\n\nWhy',
    });
    const second = await pushFiles({
      url: forge.url,
      repository,
      files: { a: 'two\n' },
      message: 'Second',
    });
    const log = await get(`/${repository}/commits/branch/main`);
    expect(log.text).toContain('2 commits on');
    expect(log.text.indexOf('Second')).toBeLessThan(log.text.indexOf('First'));
    expect(log.text).not.toContain('Older');
    const beyond = await get(`/${repository}/commits/branch/main?page=9`);
    expect(beyond.text).toContain('Newer');

    const commit = await get(`/${repository}/commit/${second}`);
    expect(commit.text).toContain('<span class="removed">-one</span>');
    expect(commit.text).toContain('<span class="added">+two</span>');
    expect(commit.text).toContain(`/commit/${first}`);
    const root = await get(`/${repository}/commit/${first}`);
    expect(root.text).toContain('<span class="added">+one</span>');
    expect((await get(`/${repository}/commit/${'0'.repeat(40)}`)).status).toBe(
      404,
    );
  });

  it('finds branches whose names hold slashes', async () => {
    await create('slashes');
    const repository = 'shop/slashes';
    const { url } = forge;
    await pushFiles({ url, repository, files: { 'x/a': 'main' } });
    await pushFiles({ url, repository, branch: 'f/x', files: { a: 'here' } });
    for (const branch of ['f/x', 'f%2Fx']) {
      const { text } = await get(`/${repository}/raw/branch/${branch}/a`);
      expect(text).toBe('here');
    }
    const { text } = await get(`/${repository}`);
    expect(text).toContain(`href="/${repository}/src/branch/f%2Fx"`);
  });

  it('says how to begin in an empty repository', async () => {
    await create('empty', 'Nothing yet');
    const { status, text } = await get('/shop/empty');
    expect(status).toBe(200);
    expect(text).toContain('git push origin main');
  });

  it('leads from the address for git to the page', async () => {
    const { status, headers } = await get(`${platform}.git`);
    expect(status).toBe(302);
    expect(headers.get('location')).toBe(platform);
  });

  it('makes nothing live of hostile names and contents', async () => {
    const script = '<script>alert(1)</script>';
    const image = '"><img src=x onerror=alert(1)>';
    await create('hostile', script);
    const repository = 'shop/hostile';
    const message = `${script}\n\n${image}`;
    const commit = await pushFiles({
      url: forge.url,
      repository,
      message,
      files: {
        [`${image.replaceAll('/', '')}.txt`]: `${script}\n${image}\n`,
        'dir"onclick="x/a.txt': 'a',
        'README.md': `# ${script}\n\n[x](javascript:alert(1)) ${image}\n`,
      },
    });
    const bare = `${forge.directory}/repositories/${repository}.git`;
    const branch = 'b<img-src=x>';
    await runGit({ args: ['branch', branch, 'main'], cwd: bare });

    const listing = await get(`/${repository}`);
    const links = [...listing.text.matchAll(/href="(\/shop\/[^"]+)"/g)].map(
      ([, href]) => href,
    );
    expect(links.length).toBeGreaterThan(5);
    for (const path of [
      '/',
      '/shop',
      `/${repository}/commit/${commit}`,
      ...links,
    ]) {
      const { status, headers, text } = await get(path);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get('content-security-policy')).toContain(
        "default-src 'none'",
      );
      expect(text).not.toMatch(/<script|<img|"onclick|href="javascript/i);
    }
    const missing = await get('/shop/%3Cscript%3Ealert(1)%3C%2Fscript%3E');
    expect(missing.status).toBe(404);
    expect(missing.text).not.toContain('<script');
    const raw = await get(`/${repository}/raw/branch/main/README.md`);
    expect(raw.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('shows no file that is not text or too large, and cuts large changes', async () => {
    await create('large');
    const repository = 'shop/large';
    const commit = await pushFiles({
      url: forge.url,
      repository,
      files: {
        binary: Buffer.from([1, 0, 2]),
        large: 'line\n'.repeat(300_000),
      },
    });
    const source = `/${repository}/src/branch/main`;
    expect((await get(`${source}/binary`)).text).toContain('is not text');
    expect((await get(`${source}/large`)).text).toContain('too large');
    const change = await get(`/${repository}/commit/${commit}`);
    expect(change.status).toBe(200);
    expect(change.text).toContain('The change is larger than this page');
  });

  it('has what keyboards and screen readers need', async () => {
    const pages = [
      '/',
      platform,
      `${platform}/src/branch/main/README.md`,
      `${platform}/commits/branch/main`,
      `${platform}/commit/main`,
      '/none/none',
    ];
    for (const path of pages) {
      const { text } = await get(path);
      expect(text).toContain('<html lang="en">');
      expect(text).toContain('class="skip" href="#content"');
      expect(text).toContain('<main id="content">');
      expect(text.match(/<h1[ >]/g)).toHaveLength(1);
      const tables = text.match(/<table>/g) ?? [];
      expect(text.match(/<caption>/g) ?? []).toHaveLength(tables.length);
    }
  });

  it('has a stylesheet for light and dark', async () => {
    const { headers, text } = await get('/-/style.css');
    expect(headers.get('content-type')).toContain('text/css');
    expect(text).toContain('prefers-color-scheme: dark');
  });
});
