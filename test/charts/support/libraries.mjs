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

import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSchema } from '../../../tools/generate/readSchema.mjs';
import {
  defaultsTemplate,
  shapeTemplate,
} from '../../../tools/generate/templates.mjs';
import { run } from '../../support/run.mjs';
import { commonChart } from './repository.mjs';

/** The first library that was published, as it was packed. */
const first = fileURLToPath(
  new URL(
    '../__fixtures__/libraries/platform-common-1.0.0.tgz',
    import.meta.url,
  ),
);

/**
 * Libraries as they may follow this one; each has what the one before it has. `change` gets the
 * properties of the values' schema, and an editor of the templates.
 */
const later = [
  {
    version: '1.90.0',
    title: 'one kind more',
    change({ properties, add, replace }) {
      properties.lease = {
        type: 'object',
        properties: { enabled: { type: 'boolean', default: false } },
      };
      replace(
        '_service.tpl',
        '"extraobjects"\n',
        '"extraobjects"\n  "lease"\n',
      );
      add(
        'kinds/_lease.tpl',
        `{{- define "platform-common.v1.kinds.lease" -}}
{{- if .values.lease.enabled }}
apiVersion: coordination.k8s.io/v1
kind: Lease
metadata:
  name: {{ .name }}
{{- end }}
{{- end -}}
`,
      );
    },
  },
  {
    version: '1.91.0',
    title: 'another default',
    change({ properties }) {
      properties.terminationGracePeriodSeconds.default = 45;
    },
  },
  {
    version: '1.92.0',
    title: 'a key with another name, which still reads the old one',
    change({ properties, replace, replaceEverywhere }) {
      const { default: standard, ...old } =
        properties.terminationGracePeriodSeconds;
      properties.terminationGracePeriodSeconds = old;
      properties.gracePeriodSeconds = { ...old, default: standard };
      replaceEverywhere(
        'alues.terminationGracePeriodSeconds',
        'alues.gracePeriodSeconds',
      );
      replace(
        'values/_init.tpl',
        '{{- $_ := set . "values" $values -}}',
        `{{- with $values.terminationGracePeriodSeconds }}{{ $_ := set $values "gracePeriodSeconds" . }}{{ end -}}
{{- $_ := set . "values" $values -}}`,
      );
    },
  },
];

/** Versions of the libraries that there are and will be, the oldest first. */
export async function libraryVersions() {
  const chart = await readFile(join(commonChart, 'Chart.yaml'), 'utf8');
  const [, current] = chart.match(/^version: (.*)$/m);
  return ['1.0.0', current, ...later.map(({ version }) => version)];
}

/** Puts the library of a version into `<directory>/platform-common`. */
export async function putLibrary({ directory, version }) {
  await mkdir(directory, { recursive: true });
  if (version === '1.0.0') {
    await run('tar', ['-xzf', first, '-C', directory]);
    return;
  }
  const target = join(directory, 'platform-common');
  await cp(commonChart, target, { recursive: true });
  const steps = later.slice(
    0,
    later.findIndex(step => step.version === version) + 1,
  );
  const schemas = await readSchema(join(target, 'values.schema.yaml'));
  await changeTemplates(target, templates => {
    const { properties } = schemas.service;
    for (const { change } of steps) {
      change({ properties, ...editor(templates) });
    }
    templates.set('values/_shape.tpl', shapeTemplate(schemas));
    templates.set('values/_defaults.tpl', defaultsTemplate(schemas));
  });
  await setVersion({ target, version });
}

/** Puts a library of the next major version, as it stands now, into `<directory>/platform-common`. */
export async function putNextMajor({ directory }) {
  const target = join(directory, 'platform-common');
  await mkdir(directory, { recursive: true });
  await cp(commonChart, target, { recursive: true });
  await changeTemplates(target, templates =>
    editor(templates).replaceEverywhere(
      'platform-common.v1.',
      'platform-common.v2.',
    ),
  );
  await setVersion({ target, version: '2.0.0' });
}

function editor(templates) {
  const replace = (file, from, to) => {
    const text = templates.get(file);
    if (!text?.includes(from)) {
      throw new Error(`${file} does not hold ${from}`);
    }
    templates.set(
      file,
      text.replace(from, () => to),
    );
  };
  return {
    replace,
    add: (file, text) => templates.set(file, text),
    replaceEverywhere(from, to) {
      const files = [...templates].filter(([, text]) => text.includes(from));
      if (files.length === 0) {
        throw new Error(`No template holds ${from}`);
      }
      files.forEach(([file, text]) =>
        templates.set(file, text.replaceAll(from, to)),
      );
    },
  };
}

async function changeTemplates(target, change) {
  const folder = join(target, 'templates');
  const files = (await readdir(folder, { recursive: true })).filter(file =>
    file.endsWith('.tpl'),
  );
  const templates = new Map(
    await Promise.all(
      files.map(async file => [
        file,
        await readFile(join(folder, file), 'utf8'),
      ]),
    ),
  );
  change(templates);
  for (const [file, text] of templates) {
    await writeFile(join(folder, file), text);
  }
}

async function setVersion({ target, version }) {
  const places = [
    ['Chart.yaml', /^version: .*$/m, `version: ${version}`],
    ['templates/_version.tpl', /(\.version" -\}\}\n).*\n/, `$1${version}\n`],
  ];
  for (const [file, pattern, text] of places) {
    const path = join(target, file);
    const before = await readFile(path, 'utf8');
    await writeFile(path, before.replace(pattern, text));
  }
}
