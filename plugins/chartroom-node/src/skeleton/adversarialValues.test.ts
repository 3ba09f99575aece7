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

import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { renderSkeleton } from './renderSkeleton';

/** What people, and people who mean harm, write into a form. */
const VALUES = [
  ...['../../x', '..', 'a/../../b', '..\\x', '', '/etc/x', 'a//b', '.', '.git'],
  ...['.github/workflows', '-rf', '$(id)', '`id`', '${HOME}', '$HOME', 'a\nb'],
  ...['a\r\nb', '\u202eevil', 'CON', 'x'.repeat(260), 'x'.repeat(10_000)],
  ...['0123', '1e3', '0x10', '.inf', 'true', 'null', '~', 'no', 'on', 'yes'],
  ...['12:30', '1_000', '2024-01-01', 'a: b', 'x #c', '- y', '{a: 1}', '*a'],
  ...['&a', '@x', '`', '%x', '|', '"', "'", `"'`, `'"'"'`, '\\', '\\"', '"\\'],
  ...['a\nspec:\n  owner: user:admin', '{{ .Values.x }}', '{{ name }}'],
  ...['{% if x %}', '{# x', '${{ github.token }}', '${{ secrets.X }}', '#{x}'],
  ...['<script>alert(1)</script>', '</script>', '<!-- x', '[a](javascript:x)'],
  ...['![a](http://x)', '| a | b |', '|<img src=x onerror=x>', '# a', '1. a'],
  ...['---', '```', '`` ` ``', '- [ ] a', '=== "a"', '!!! note', '--8<-- "a"'],
  ...['a" b="c', 'a\\\nRUN rm -rf /', 'a\nRUN rm -rf /', '"; rm -rf /; "'],
  ...["'; rm -rf / #", '&& id', '> /etc/x', '*', '?', '~root', '!!', 'a\tb'],
  ...['\u0007', '\u001b[31m', '\u0085', '\u2028', '\ufeffa', '😀 é'],
  ...[
    'constructor',
    '__proto__',
    'class',
    'PATH=/x',
    ' a',
    'a ',
    '\n',
    'a\n\n',
  ],
];

/** A Dockerfile's word between double quotes, as BuildKit reads it. */
function readDockerfileWord(word: string): string {
  expect(word).toMatch(
    /^(?:[A-Za-z0-9_/:=.,@%+-]+|"(?:[^"\\$\n]|\\["\\$])*")$/,
  );
  return word.startsWith('"')
    ? word.slice(1, -1).replace(/\\(["\\$])/g, '$1')
    : word;
}

/** The text that is left where a file cannot hold line breaks and what cannot be seen. */
function oneLine(value: string): string {
  return value
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\u2028\u2029\ufeff]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

describe.each(VALUES.map(value => [JSON.stringify(value).slice(0, 60), value]))(
  'the value %s',
  (_, value) => {
    const render = (file: string, template: string) =>
      String(
        renderSkeleton({
          files: new Map([[`${file}.njk`, template]]),
          context: { name: value, description: value, owner: value },
        }).get(file),
      );

    it.each(['1.1', '1.2'] as const)('stays data in YAML %s', version => {
      const rendered = render(
        'a.yaml',
        `name: {{ name | yaml }}
description: {{ description | yaml }} # why
list:
  - {{ owner | yaml }}
  - owner: {{ owner | yaml }}
flow: { a: {{ name | yaml }}, b: [{{ name | yaml }}, x] }
spec: {}
`,
      );
      expect(parse(rendered, { version })).toEqual({
        name: value,
        description: value,
        list: [value, { owner: value }],
        flow: { a: value, b: [value, 'x'] },
        spec: {},
      });
    });

    it('stays data in JSON', () => {
      const rendered = render(
        'a.json',
        '{ "a": {{ name | json }}, "b": [{{ owner | json }}] }',
      );
      expect(JSON.parse(rendered)).toEqual({ a: value, b: [value] });
      expect(rendered).not.toContain('<');
    });

    it('stays data in JavaScript', () => {
      const rendered = render('a.js', 'result = [{{ name | json }}, 1];');
      expect(runInNewContext(rendered)).toEqual([value, 1]);
    });

    it('stays data in a shell', () => {
      const rendered = render(
        'a.sh',
        "printf '%s|' {{ name | shell }} x{{ owner | shell }}\n",
      );
      const output = execFileSync('/bin/sh', ['-c', rendered], {
        env: { HOME: '/nowhere' },
      });
      expect(output.equals(Buffer.from(`${value}|x${value}|`))).toBe(true);
    });

    it('stays data in a Dockerfile', () => {
      const rendered = render(
        'Dockerfile',
        'LABEL a={{ description | dockerfile }} b=c\nUSER 1000\n',
      );
      const [label, ...rest] = rendered.split('\n');
      expect(rest).toEqual(['USER 1000', '']);
      const [, word] = /^LABEL a=(.*) b=c$/.exec(label)!;
      expect(readDockerfileWord(word)).toBe(oneLine(value));
    });

    it('stays data in an environment file', () => {
      const rendered = render('.env.example', 'A={{ name | env }}\nB=x\n');
      expect(parseEnv(rendered)).toEqual({ A: oneLine(value), B: 'x' });
    });

    it('stays data in Markdown', () => {
      const rendered = render(
        'a.md',
        '# {{ name | markdown }}\n\n{{ description | markdown }}\n\n| {{ owner | markdown }} | {{ owner | code }} |\n',
      );
      const lines = rendered.split('\n');
      expect(lines).toHaveLength(6);
      const [heading, , paragraph, , row] = lines;
      const [, first, second] = /^\| (.*?) \| (`.*`) \|$/.exec(row)!;
      for (const prose of [heading.slice(2), paragraph, first]) {
        // Nothing that is a tag, a link, code, emphasis, a table or a block of its own
        expect(prose).not.toMatch(/[<>|~]|(?<!\\)[`*[\]{}]|&(?!#\d+;)/);
        expect(prose).not.toMatch(/^(?:[-+=#!?:]|\d+[.)])/);
      }
      const [, fence, code] = /^(`+)(.*?)\1$/.exec(second)!;
      expect(code).not.toMatch(/(?<!\\)\|/);
      expect(code.match(/`+/g) ?? []).not.toContain(fence);
    });

    it('is one part of a path, or refused', () => {
      const files = new Map([['src/{{ name }}/x', '']]);
      let names: string[];
      try {
        names = [...renderSkeleton({ files, context: { name: value } }).keys()];
      } catch {
        names = [];
      }
      expect(names.filter(name => !/^src\/\w[\w.-]*\/x$/.test(name))).toEqual(
        [],
      );
    });
  },
);
