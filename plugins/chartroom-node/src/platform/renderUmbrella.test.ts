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

import { readPlatform } from '@chartroom/backstage-plugin-chartroom-common';
import { packChart } from '../chartRepository';
import { createHelm, type Helm } from '../helm';
import { renderUmbrella } from './renderUmbrella';

jest.setTimeout(60_000);

/** A chart that renders under which name, and from which of its versions. */
function chart(options: { name: string; version: string }) {
  const { name, version } = options;
  return new Map([
    ['Chart.yaml', `apiVersion: v2\nname: ${name}\nversion: ${version}\n`],
    [
      'templates/map.yaml',
      `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Chart.Name }}-${version}\n`,
    ],
  ]);
}

async function packed(options: { name: string; version: string }) {
  const archive = await packChart({ ...options, files: chart(options) });
  return [`${options.name}-${options.version}.tgz`, archive] as const;
}

/** A platform with an own chart in charts/postgres, and what else its umbrella lists. */
function platformWith(options: { listed: string; locked?: string }) {
  const own = [...chart({ name: 'postgres', version: '1.0.0' })].map(
    ([path, text]) => [`charts/postgres/${path}`, text] as const,
  );
  const entry = `  - { name: postgres, version: 1.0.0, repository: "file://../../charts/postgres", condition: postgres.enabled }\n`;
  const files = new Map([
    ...own,
    [
      'service-matrix.yaml',
      'system: shop\numbrella: helm/shop\nservices: [{ name: postgres, engine: postgresql }]\n',
    ],
    [
      'helm/shop/Chart.yaml',
      `apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n${entry}${options.listed}`,
    ],
    ...(options.locked
      ? [
          [
            'helm/shop/Chart.lock',
            `dependencies:\n  - { name: postgres, version: 1.0.0, repository: "file://../../charts/postgres" }\n${options.locked}digest: sha256:0\n`,
          ] as const,
        ]
      : []),
  ]);
  return readPlatform({ files });
}

const binaries = ['CHARTROOM_HELM', 'CHARTROOM_HELM3'].map(
  variable => [variable, process.env[variable]] as const,
);

describe.each(binaries)('renderUmbrella with %s', (_, binary) => {
  const withHelm = binary ? describe : describe.skip;
  withHelm('installed', () => {
    let helm: Helm;
    beforeAll(async () => {
      helm = (await createHelm({ binary }))!;
    });
    const remote = 'oci://registry.example.com/charts';

    async function names(options: {
      listed: string;
      locked?: string;
      archives: ReadonlyArray<{ name: string; version: string }>;
    }) {
      const manifests = await renderUmbrella({
        platform: platformWith(options),
        archives: new Map(await Promise.all(options.archives.map(packed))),
        helm,
      });
      return [...manifests.matchAll(/^ {2}name: (.*)$/gm)]
        .map(([, name]) => name)
        .sort();
    }

    it('tells an own chart from one of the same name under an alias', async () => {
      expect(
        await names({
          listed: `  - { name: postgres, alias: orders-db, version: ~0.5.0, repository: "${remote}", condition: orders-db.enabled }\n`,
          locked: `  - { name: postgres, version: 0.5.3, repository: "${remote}" }\n`,
          archives: [{ name: 'postgres', version: '0.5.3' }],
        }),
      ).toEqual(['orders-db-0.5.3', 'postgres-1.0.0']);
    });

    it('takes one chart under two aliases once, and two versions of it as two', async () => {
      expect(
        await names({
          listed: ['a: 0.5.3', 'b: 0.5.3', 'c: 0.6.0']
            .map(pin => pin.split(': '))
            .map(
              ([alias, version]) =>
                `  - { name: postgres, alias: ${alias}, version: ${version}, repository: "${remote}" }\n`,
            )
            .join(''),
          archives: [
            { name: 'postgres', version: '0.5.3' },
            { name: 'postgres', version: '0.6.0' },
          ],
        }),
      ).toEqual(['a-0.5.3', 'b-0.5.3', 'c-0.6.0', 'postgres-1.0.0']);
    });

    it('refuses two charts that Helm cannot tell apart', async () => {
      await expect(
        names({
          listed: `  - { name: postgres, alias: db, version: 1.0.0, repository: "${remote}" }\n`,
          archives: [{ name: 'postgres', version: '1.0.0' }],
        }),
      ).rejects.toThrow(
        'The chart has postgres 1.0.0 twice in its charts folder: remove one of them, or give it another version, by which Helm tells them apart',
      );
    });

    it('says which chart is missing, and where it was looked for', async () => {
      await expect(
        names({
          listed: `  - { name: platform-common, version: 1.0.0, repository: "file://../../charts/platform-common" }\n`,
          archives: [],
        }),
      ).rejects.toThrow(
        'helm/shop/Chart.yaml names platform-common in charts/platform-common, but the platform repository has no charts/platform-common/Chart.yaml',
      );
      await expect(
        names({
          listed: `  - { name: redis, version: 1.2.3, repository: "${remote}" }\n`,
          archives: [],
        }),
      ).rejects.toThrow(
        'helm/shop/charts holds no redis-1.2.3.tgz; run helm dependency build helm/shop',
      );
    });
  });
});
