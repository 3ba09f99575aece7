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

import fc from 'fast-check';
import {
  escapeBindingText,
  factsInTemplate,
  parseBindingTemplate,
} from './bindingTemplate';

describe('parseBindingTemplate', () => {
  it.each([
    ['{host}', [{ fact: 'host' }]],
    [
      'http://{host}:{port}',
      [{ text: 'http://' }, { fact: 'host' }, { text: ':' }, { fact: 'port' }],
    ],
    ['{{}}', [{ text: '{' }, { text: '}' }]],
    ['{{host}}', [{ text: '{' }, { text: 'host' }, { text: '}' }]],
    ['', []],
  ])('reads %j', (template, parts) => {
    expect(parseBindingTemplate({ template })).toEqual({ ok: true, parts });
  });

  it.each([
    ['{hots}', '{hots} is none of {host}, {port},'],
    ['{}', '{} is none of'],
    ['{ host }', '{ host } is none of'],
    ['a{b', 'a single { must be written {{'],
    ['a}b', 'a single } must be written }}'],
  ])('refuses %j', (template, reason) => {
    expect(parseBindingTemplate({ template })).toEqual({
      ok: false,
      reason: expect.stringContaining(reason),
    });
  });

  it('gives escaped text back as it was', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const template = escapeBindingText({ text });
        const parsed = parseBindingTemplate({ template });
        expect(
          parsed.ok &&
            parsed.parts.map(part => 'text' in part && part.text).join(''),
        ).toBe(text);
        expect(factsInTemplate({ template })).toEqual([]);
      }),
    );
  });
});
