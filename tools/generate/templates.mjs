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

import { defaultOf } from './defaultOf.mjs';
import { formatJson } from './formatJson.mjs';
import { shapeOf } from './shapeOf.mjs';

const generated = 'Generated from values.schema.yaml by `npm run generate`.';

/**
 * values/_shape.tpl: JSON, which is parsed much faster than YAML, by key, so that of each
 * service only what it uses is parsed.
 */
export function shapeTemplate({ service, backingService }) {
  const shapes = Object.entries(shapeOf(service)).map(
    ([key, shape]) => `  ${JSON.stringify(key)} ${literal(shape)}`,
  );
  return `{{/*
${generated}
Every value that this chart knows, and of which kind it is, set as "shapes": by key a shape as
JSON, or a bare leaf. A leaf names one or more kinds (text, number, boolean, list, map) with "|"
between them, after "=" the words that it may be, and after a blank the bounds of a number, which
is always whole; "*" stands for any key; the key "=" names the kinds that may stand in place of
the map.
Usage: {{ include "platform-common.v1.values.shapes" $known }}, with a dict
*/}}
{{- define "platform-common.v1.values.shapes" -}}
{{- $_ := set . "shapes" (dict
${shapes.join('\n')}
) -}}
{{- end -}}

{{/*
The same for one entry of the umbrella's \`backingServices\`.
Usage: {{ include "platform-common.v1.values.backingServiceShape" . | fromJson }}
*/}}
{{- define "platform-common.v1.values.backingServiceShape" -}}
${formatJson(shapeOf(backingService))}
{{- end -}}
`;
}

/** values/_defaults.tpl. */
export function defaultsTemplate({ service }) {
  return `{{/*
${generated}
The defaults of every value. They are code and not a values.yaml, so that the copy of this
chart that renders a release also brings its own defaults.
Usage: {{ include "platform-common.v1.values.defaults" . | fromJson }}
*/}}
{{- define "platform-common.v1.values.defaults" -}}
${formatJson(defaultOf(service))}
{{- end -}}
`;
}

/** A text of Go's templates, in which JSON may stand as it is. */
function literal(shape) {
  return typeof shape === 'string'
    ? JSON.stringify(shape)
    : `\`${formatJson(shape, '  ')}\``;
}
