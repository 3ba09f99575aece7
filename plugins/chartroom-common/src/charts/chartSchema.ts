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

import type { Service } from '../matrix';
import { commonChartSchema } from './commonChartSchema';

/** Only the title differs from chart to chart, and a platform may have a thousand. */
const [beforeTitle, afterTitle] = withTitle('{title}').split('"{title}"');

function withTitle(title: string): string {
  const { $schema, ...rest } = commonChartSchema;
  return JSON.stringify({ $schema, title, ...rest }, undefined, 2);
}

/**
 * The values.schema.json of a service's chart, for editors and for Helm.
 *
 * @remarks
 * It stays open: which keys there are is the business of the common chart's
 * version, which refuses unknown ones itself. It holds no `$ref` and nothing
 * that is required, so that it stays true when the chart is a part of an
 * umbrella.
 *
 * @internal
 */
export function chartSchema(options: {
  service: Pick<Service, 'name'>;
}): string {
  const title = `Values of the ${options.service.name} chart`;
  return `${beforeTitle}${JSON.stringify(title)}${afterTitle}\n`;
}
