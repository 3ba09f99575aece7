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

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import prettier from 'prettier';
import { readSchema } from './readSchema.mjs';
import { serviceSchema } from './serviceSchema.mjs';
import { defaultsTemplate, shapeTemplate } from './templates.mjs';
import { valuesTable } from './valuesTable.mjs';

const chart = 'charts/platform-common';
const schemaModule = 'plugins/chartroom-common/src/charts/commonChartSchema.ts';

/** Every file that values.schema.yaml makes, by its path in the repository. */
export async function generatedFiles({ root }) {
  const schemas = await readSchema(join(root, chart, 'values.schema.yaml'));
  const readme = await readFile(join(root, chart, 'README.md'), 'utf8');
  const header = await readFile(join(root, 'tools/licence-header.txt'), 'utf8');
  return new Map([
    [`${chart}/templates/values/_shape.tpl`, shapeTemplate(schemas)],
    [`${chart}/templates/values/_defaults.tpl`, defaultsTemplate(schemas)],
    [
      `${chart}/README.md`,
      [
        ['values', schemas.service],
        ['backing services', schemas.backingService],
      ].reduce(
        (text, [name, schema]) =>
          replaceBetweenMarkers({ text, name, content: valuesTable(schema) }),
        readme,
      ),
    ],
    [
      schemaModule,
      await schemaSource({
        root,
        header,
        schema: serviceSchema(schemas.service),
      }),
    ],
  ]);
}

function replaceBetweenMarkers({ text, name, content }) {
  const start = `<!-- generated: ${name} -->`;
  const end = `<!-- end of ${name} -->`;
  const from = text.indexOf(start);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`${chart}/README.md has no ${start} with ${end} below it.`);
  }
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(
    to,
  )}`;
}

async function schemaSource({ root, header, schema }) {
  const file = join(root, schemaModule);
  const source = `${header.replace('<%= YEAR %>', '2026').trim()}

/**
 * JSON schema of the values that the common chart knows.
 *
 * @remarks
 * Generated from charts/platform-common/values.schema.yaml by \`npm run generate\`.
 *
 * @internal
 */
export const commonChartSchema: Record<string, unknown> = ${JSON.stringify(
    schema,
  )};
`;
  const options = await prettier.resolveConfig(file, {
    config: join(root, 'package.json'),
  });
  return prettier.format(source, { ...options, filepath: file });
}
