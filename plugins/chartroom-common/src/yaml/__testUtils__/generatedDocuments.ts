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

/**
 * How a generated document is written.
 *
 * @internal
 */
export interface GeneratedStyle {
  indent: number;
  listsAreIndented: boolean;
  eol: string;
  mark: string;
  finalNewline: boolean;
  blankLines: number;
  comments: readonly boolean[];
  flowItems: boolean;
  flowMaps: boolean;
  header: boolean;
}

/**
 * What a generated document says.
 *
 * @internal
 */
export interface GeneratedModel {
  services: Array<{ name: string; replicas: number; tags: string[] }>;
  callers: Record<string, boolean>;
  words: string[];
}

/** @internal */
export const generatedName = fc.stringMatching(
  /^[a-z]([-a-z0-9]{0,6}[a-z0-9])?$/,
);
/** @internal */
export const generatedStyle: fc.Arbitrary<GeneratedStyle> = fc.record({
  indent: fc.constantFrom(2, 3, 4),
  listsAreIndented: fc.boolean(),
  eol: fc.constantFrom('\n', '\r\n'),
  mark: fc.constantFrom('', '\ufeff'),
  finalNewline: fc.boolean(),
  blankLines: fc.constantFrom(0, 0, 1, 2),
  comments: fc.array(fc.boolean(), { minLength: 1, maxLength: 8 }),
  flowItems: fc.boolean(),
  flowMaps: fc.boolean(),
  header: fc.boolean(),
});

/** @internal */
export const generatedModel: fc.Arbitrary<GeneratedModel> = fc.record({
  services: fc.uniqueArray(
    fc.record({
      name: generatedName,
      replicas: fc.nat(9),
      tags: fc.array(generatedName, { maxLength: 3 }),
    }),
    { selector: service => service.name, maxLength: 6 },
  ),
  callers: fc.dictionary(generatedName, fc.boolean(), {
    maxKeys: 5,
    noNullPrototype: true,
  }),
  words: fc.uniqueArray(generatedName, { maxLength: 5 }),
});

/**
 * A generated document as text.
 *
 * @internal
 */
export function writeGenerated(
  value: GeneratedModel,
  how: GeneratedStyle,
): string {
  const lines: string[] = [];
  const list = ' '.repeat(how.listsAreIndented ? how.indent : 0);
  const deep = ' '.repeat(how.indent);
  let count = 0;
  const above = (indent: string, first: boolean) => {
    if (!first) {
      lines.push(...new Array<string>(how.blankLines).fill(''));
    }
    count += 1;
    if (how.comments[count % how.comments.length]) {
      lines.push(`${indent}# about the next one: ${count}`);
    }
  };
  if (how.header) {
    lines.push('# Written by hand.', '');
  }
  lines.push('services: # all of them');
  value.services.forEach((service, index) => {
    above(list, index === 0);
    const tags = `[${service.tags.join(', ')}]`;
    if (how.flowItems) {
      lines.push(
        `${list}- { name: ${service.name}, replicas: ${service.replicas}, tags: ${tags} }`,
      );
    } else {
      lines.push(
        `${list}- name: ${service.name}   # main`,
        `${list}  replicas: ${service.replicas}`,
        `${list}  tags: ${tags}`,
      );
    }
  });
  const callers = Object.entries(value.callers);
  if (how.flowMaps) {
    const inside = callers.map(([key, entry]) => `${key}: ${entry}`).join(', ');
    lines.push(`callers: {${inside && ` ${inside} `}}`);
  } else {
    lines.push('callers:');
    callers.forEach(([key, entry], index) => {
      above(deep, index === 0);
      lines.push(`${deep}${key}: ${entry} # why`);
    });
  }
  lines.push('', 'notes: |', `${deep}services:`, `${deep}  - name: web`);
  lines.push('words:');
  value.words.forEach((word, index) => {
    above(list, index === 0);
    lines.push(`${list}- "${word}"`);
  });
  return how.mark + lines.join(how.eol) + (how.finalNewline ? how.eol : '');
}
