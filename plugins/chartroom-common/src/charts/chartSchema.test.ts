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

import { chartSchema } from './chartSchema';

const text = chartSchema({ service: { name: 'cart' } });

describe('chartSchema', () => {
  it('is for the chart, and describes what the common chart knows', () => {
    const schema = JSON.parse(text);
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Values of the cart chart',
      type: 'object',
      properties: {
        enabled: { type: 'boolean' },
        global: { type: 'object' },
        'platform-common': { type: 'object' },
        image: {
          properties: {
            pullPolicy: { enum: ['Always', 'IfNotPresent', 'Never'] },
          },
        },
        bindings: {
          description: expect.stringContaining('by dependency'),
          additionalProperties: { additionalProperties: { type: 'string' } },
        },
      },
    });
  });

  it.each(['"$ref":', '"required":', '"additionalProperties": false'])(
    'has no %s, so that it stays true in an umbrella and with a newer common chart',
    part => {
      expect(text).not.toContain(part);
    },
  );
});
