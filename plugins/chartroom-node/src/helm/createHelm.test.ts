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

import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { pack } from 'tar-stream';
import { packChart } from '../chartRepository';
import { createHelm } from './createHelm';
import type { AssembledChart, Helm } from './Helm';

jest.setTimeout(60_000);

/** The temporary folder of this file's runs, to see what they leave behind. */
let folder: string;
beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'chartroom-test-'));
  jest.spyOn(os, 'tmpdir').mockReturnValue(folder);
});
afterAll(async () => {
  jest.restoreAllMocks();
  await fs.rm(folder, { recursive: true });
});

const chart = (
  files: Readonly<Record<string, string>>,
  subcharts: AssembledChart['subcharts'] = [],
): AssembledChart => ({
  files: new Map([
    ['Chart.yaml', 'apiVersion: v2\nname: cart\nversion: 1.0.0\n'],
    ...Object.entries(files),
  ]),
  subcharts,
});
const at = { release: 'shop', namespace: 'shop-dev' };

async function thrown(work: Promise<unknown>): Promise<Error> {
  return work.then(
    () => {
      throw new Error('nothing was thrown');
    },
    error => error,
  );
}

/** A script that stands where Helm is looked for. */
async function script(body: string): Promise<string> {
  const place = await fs.mkdtemp(path.join(folder, 'script-'));
  const file = path.join(place, 'helm');
  await fs.writeFile(
    file,
    `#!/bin/sh\n[ "$1" = version ] && { printf v4.2.4; exit; }\n${body}\n`,
    { mode: 0o755 },
  );
  return file;
}

describe('createHelm', () => {
  it('is undefined where there is no such binary', async () => {
    await expect(
      createHelm({ binary: '/nonexistent/helm' }),
    ).resolves.toBeUndefined();
    await expect(
      createHelm({ binary: 'no-such-helm-anywhere' }),
    ).resolves.toBeUndefined();
  });

  it.each(['v2.17.0', 'v3.17.9', 'v5.0.0', 'what?'])(
    'refuses %s, and says what it needs',
    async version => {
      const binary = await script('');
      await fs.writeFile(binary, `#!/bin/sh\nprintf '${version}'\n`);
      const error = await thrown(createHelm({ binary }));
      expect(error.name).toBe('InputError');
      expect(error.message).toContain(
        'Helm 3.18 or later, or Helm 4, is needed',
      );
    },
  );

  it('kills all processes of a run at its time limit and when it is aborted', async () => {
    const binary = await script('(/bin/sleep 4; echo > ../survived) & wait');
    const started = Date.now();
    const slow = await createHelm({ binary, timeoutMilliseconds: 300 });
    const late = await thrown(slow!.template({ ...at, chart: chart({}) }));
    const patient = await createHelm({ binary });
    const aborted = await thrown(
      patient!.template({
        ...at,
        chart: chart({}),
        signal: AbortSignal.timeout(300),
      }),
    );

    expect(late.message).toMatch(/did not finish within 0.3 s and was stopped/);
    expect(aborted.name).toBe('TimeoutError');
    expect(Date.now() - started).toBeLessThan(3500);
    await new Promise(resolve => {
      setTimeout(resolve, 4500);
    });
    expect(await fs.readdir(folder)).not.toContain('survived');
  });

  it('gives Helm an environment without anything of this process', async () => {
    process.env.CHARTROOM_TEST_SECRET = 's3cr3t';
    const helm = await createHelm({ binary: await script('/usr/bin/env') });
    const output = await helm!.template({ ...at, chart: chart({}) });
    delete process.env.CHARTROOM_TEST_SECRET;

    expect(output).not.toMatch(/s3cr3t|CHARTROOM/);
    expect(output).toMatch(/^HELM_REPOSITORY_CONFIG=/m);
  });
});

const binaries = ['CHARTROOM_HELM', 'CHARTROOM_HELM3'].map(
  variable => [variable, process.env[variable]] as const,
);

describe.each(binaries)('%s', (_variable, binary) => {
  const withHelm = binary ? describe : describe.skip;
  withHelm('installed', () => {
    let helm: Helm;
    beforeAll(async () => {
      helm = (await createHelm({ binary }))!;
    });

    it('knows its version', () => {
      expect(helm.version).toMatch(/^v[34]\.\d+/);
    });

    it('renders with values files and values, in that order', async () => {
      const output = await helm.template({
        ...at,
        chart: chart({
          'values.yaml': 'a: chart\nb: chart\nc: chart\n',
          'values-local.yaml': 'b: file\nc: file\n',
          'templates/x.yaml':
            'all: {{ .Release.Name }} {{ .Release.Namespace }} {{ .Values.a }} {{ .Values.b }} {{ .Values.c }} {{ .Capabilities.KubeVersion.Minor }}\n',
        }),
        valuesFiles: ['values-local.yaml'],
        values: 'c: given\n',
      });
      expect(output).toMatch(/all: shop shop-dev chart file given 3[3-9]$/m);
    });

    it('renders subcharts from folders and from archives', async () => {
      const files = (name: string) =>
        new Map([
          ['Chart.yaml', `apiVersion: v2\nname: ${name}\nversion: 1.0.0\n`],
          ['templates/x.yaml', `from: ${name}\n`],
        ]);
      const archive = await packChart({
        files: files('redis'),
        name: 'redis',
        version: '1.0.0',
      });
      const output = await helm.template({
        ...at,
        chart: chart({}, [
          { name: 'user', files: files('user') },
          { name: 'redis', archive },
        ]),
      });
      expect(output).toContain('from: user');
      expect(output).toContain('from: redis');
    });

    it.each([
      [
        'fail',
        { 'templates/a.yaml': '{{ fail "cart: env X is set twice" }}' },
        'Helm cannot render: cart: env X is set twice (cart/templates/a.yaml:1:3)',
      ],
      [
        'a nil pointer below includes',
        {
          'templates/_h.tpl':
            '{{ define "x" }}{{ .Values.foo.bar.baz }}{{ end }}{{ define "y" }}{{ include "x" . }}{{ end }}',
          'templates/a.yaml': 'a: {{ include "y" . }}',
        },
        /^Helm cannot render: cart\/templates\/a.yaml:1:6: cart\/templates\/_h.tpl:1:26:? executing "x" at <.Values.foo.bar.baz>: nil pointer evaluating interface \{\}.bar$/,
      ],
      [
        'the schema',
        {
          'values.yaml': 'port: x\n',
          'values.schema.json':
            '{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"port":{"type":"integer"}}}',
        },
        /^Helm cannot render: values don't meet the specifications .*: cart: - at '\/port': got string, want integer$/,
      ],
      [
        'no YAML',
        { 'templates/a.yaml': 'a: b\n c: d: e\n' },
        /^Helm cannot render: YAML parse error on cart\/templates\/a.yaml: .*mapping values are not allowed/,
      ],
      [
        'a missing dependency',
        {
          'Chart.yaml':
            'apiVersion: v2\nname: cart\nversion: 1.0.0\ndependencies: [{name: redis, version: 1.0.0, repository: "https://x"}]\n',
        },
        /missing in charts\/ directory: redis$/,
      ],
    ])('says in one line what is wrong: %s', async (_, files, message) => {
      const error = await thrown(
        helm.template({ ...at, chart: chart(files as {}) }),
      );
      expect(error.name).toBe('InputError');
      expect(error.message).toMatch(message);
      expect(error.message).not.toMatch(/chartroom-helm-|\n|Use --debug/);
    });

    it('lints strictly', async () => {
      const files = {
        'values.yaml': '{}\n',
        'templates/a.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { a: "{{ required "a is needed" .Values.a }}" }\n',
      };
      await helm.lint({ chart: chart(files), values: 'a: x\n' });
      const error = await thrown(
        helm.lint({
          chart: chart({
            ...files,
            'templates/a.yaml':
              'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: A_ }\n',
          }),
        }),
      );
      expect(error.message).toMatch(
        /^Helm lint objects: templates\/a.yaml: object name does not conform to Kubernetes naming requirements/,
      );
      expect(error.message).not.toMatch(/INFO|chartroom-helm-|\n/);
    });

    it('stops a chart that needs too much memory or renders too much', async () => {
      const small = (await createHelm({
        binary,
        maximumMemoryBytes: 1024 * 1024 * 1024,
        maximumOutputBytes: 1024 * 1024,
      }))!;
      const grow = (times: number, end: string) => ({
        'templates/a.yaml': `{{ $x := "xxxxxxxxxxxxxxxx" }}{{ range until ${times} }}{{ $x = printf "%s%s" $x $x }}{{ end }}a: {{ $x${end} }}`,
      });
      const memory = await thrown(
        small.template({ ...at, chart: chart(grow(28, ' | len')) }),
      );
      const output = await thrown(
        small.template({ ...at, chart: chart(grow(18, '')) }),
      );
      expect(memory.message).toMatch(/needs more than 1024 MiB of memory/);
      expect(output.message).toMatch(/renders to more than 1 MiB/);
    });

    it.each([
      ['$ref', (url: string) => `{"$ref":"${url}"}`],
      ['$schema', (url: string) => `{"$schema":"${url}"}`],
      ['$dynamicRef', (url: string) => `{"$dynamicRef":"${url}"}`],
      [
        'a nested $ref below an $id',
        (url: string) => `{"properties":{"x":{"$id":"${url}/","$ref":"y"}}}`,
      ],
    ])('never fetches what a schema names by %s', async (_, schema) => {
      let requests = 0;
      const server = http.createServer((_request, response) => {
        requests += 1;
        response.end('{}');
      });
      await new Promise<void>(resolve =>
        server.listen(0, '127.0.0.1', resolve),
      );
      const url = `http://127.0.0.1:${
        (server.address() as AddressInfo).port
      }/x`;
      const files = new Map([
        ['Chart.yaml', 'apiVersion: v2\nname: inner\nversion: 1.0.0\n'],
        ['values.schema.json', schema(url)],
      ]);
      const outer = {
        name: 'outer',
        archive: await packNested(
          await packChart({ files, name: 'inner', version: '1.0.0' }),
        ),
      };
      const errors = [
        await thrown(
          helm.template({
            ...at,
            chart: chart({ 'values.schema.json': schema(url) }),
          }),
        ),
        await thrown(
          helm.lint({ chart: chart({}, [{ name: 'inner', files }]) }),
        ),
        await thrown(helm.template({ ...at, chart: chart({}, [outer]) })),
      ];
      server.close();

      for (const error of errors) {
        expect(error.message).toMatch(
          /values\.schema\.json refers to .*, which is outside it: write what it needs below "definitions"/,
        );
      }
      expect(errors[2].message).toContain('charts/outer/charts/inner.tgz');
      expect(requests).toBe(0);
    });

    it.each([
      [
        'a path outside',
        chart({ '../../x': 'x' }),
        'cannot be a file of a chart',
      ],
      [
        'a folder and an archive of one chart',
        chart({ 'charts/redis-1.0.0.tgz': '' }, [
          { name: 'redis', files: new Map() },
        ]),
        'The chart has redis twice in its charts folder',
      ],
    ])('refuses %s', async (_, refused, message) => {
      const error = await thrown(helm.template({ ...at, chart: refused }));
      expect(error.message).toContain(message);
    });

    it('refuses names that are flags or no names', async () => {
      for (const name of ['--post-renderer=x', 'A', '', 'x'.repeat(54)]) {
        const error = await thrown(
          helm.template({ chart: chart({}), release: name, namespace: 'a' }),
        );
        expect(error.message).toContain('cannot be the name of a release');
      }
    });

    it('leaves nothing behind', async () => {
      const left = await fs.readdir(folder);
      expect(left.filter(name => name.startsWith('chartroom-'))).toEqual([]);
    });
  });
});

/** A chart `outer` as Helm packs it: with the archive of another chart in its `charts/` folder. */
async function packNested(inner: Buffer): Promise<Buffer> {
  const tar = pack();
  tar.entry(
    { name: 'outer/Chart.yaml' },
    'apiVersion: v2\nname: outer\nversion: 1.0.0\n',
  );
  tar.entry({ name: 'outer/charts/inner.tgz' }, inner);
  tar.finalize();
  return gzipSync(await buffer(tar));
}
