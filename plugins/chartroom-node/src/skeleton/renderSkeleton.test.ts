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

import { renderSkeleton } from './renderSkeleton';
import type { Shape } from './Shape';

const CONTEXT = {
  name: 'cart',
  description: 'Keeps carts',
  port: 8080,
  exposed: false,
  image: '',
  dependencies: [
    {
      name: 'redis',
      type: 'redis',
      environment: [
        { name: 'REDIS_HOST', example: 'localhost', secret: false },
      ],
      secrets: [{ name: 'redis-cart', key: 'password' }],
    },
    { name: 'catalogue', type: 'service', environment: [], secrets: [] },
  ],
};

function render(
  files: Record<string, string | Buffer>,
  context: object = CONTEXT,
  shape?: Shape,
) {
  return Object.fromEntries(
    renderSkeleton({ files: new Map(Object.entries(files)), context, shape }),
  );
}

/** Renders one Markdown template. */
function text(template: string, context: object = CONTEXT): unknown {
  return render({ 'a.md.njk': template }, context)['a.md'];
}

describe('a template', () => {
  it('writes names, keys, conditions and loops', () => {
    expect(
      text(
        '{% for one in dependencies %}{% if one.type == "redis" and not exposed %}[{{ one.name | markdown }}]' +
          '{% elif one["type"] != "x" %}({{ one.name | upper | markdown }}){% endif %}{% endfor %}',
      ),
    ).toBe('[redis](CATALOGUE)');
    expect(
      text('{% for one in dependencies %}x{% else %}none{% endfor %}', {
        dependencies: [],
      }),
    ).toBe('none');
    expect(
      text(
        '{% for one in dependencies %}{% for secret in one.secrets %}{{ secret.name | code }} {{ secret.key | code }}{% endfor %}{% endfor %}',
      ),
    ).toBe('`redis-cart` `password`');
    expect(
      text('{% if dependencies.length > 1 or image %}many{% endif %}'),
    ).toBe('many');
    expect(text('{{ (name ~ "-" ~ port) | code }}')).toBe('`cart-8080`');
    expect(text('{% raw %}{{ name }}{% endraw %}{# gone #}')).toBe(
      '{{ name }}',
    );
  });

  it('may loop over lists that are empty in this context', () => {
    const context = { ...CONTEXT, dependencies: [] };
    const nested =
      '{% for one in dependencies %}{% for it in one.environment %}{{ it.name | markdown }}{% endfor %}{% endfor %}!';
    expect(text(nested, context)).toBe('!');
    expect(
      text('{% for one in other %}{{ one.a.b | markdown }}{% endfor %}!', {
        other: [],
      }),
    ).toBe('!');
  });

  it('is left out where nothing but white space comes of it', () => {
    expect(
      render({ 'a.js.njk': '{% if exposed %}x{% endif %}\n', 'b.txt': '' }),
    ).toEqual({ 'b.txt': '' });
  });
});

describe('a file that does not end in .njk', () => {
  it.each([
    ['a workflow', 'on: push\nrun: ${{ github.sha }}\n'],
    ['a Helm template', '{{- include "x" . }} {{ .Values.x }} {{/* c */}}'],
    ['a shell script', 'echo "${#array[@]}" {% x %}'],
    ['a style sheet', 'a {#id}'],
    ['what is not text', Buffer.from([0, 255, 123, 123, 10, 13, 10])],
  ])('stays as it is: %s', (_, content) => {
    expect(render({ file: content }).file).toBe(content);
  });
});

describe('what templates let pass in silence elsewhere', () => {
  it.each([
    [
      'a misspelt name',
      '{{ nmae | markdown }}',
      'nmae is not known; known are name, description, port',
    ],
    [
      'a misspelt name behind a filter',
      '{{ nmae | upper | markdown }}',
      'nmae is not known',
    ],
    [
      'a misspelt name in a condition',
      '\n\n{% if nmae %}x{% endif %}',
      'a.md.njk, line 3: nmae is not known',
    ],
    [
      'a misspelt name where nothing is written',
      '{% if exposed %}{{ nmae | markdown }}{% endif %}',
      'nmae is not known',
    ],
    [
      'a misspelt name behind or',
      '{% if name or nmae %}x{% endif %}',
      'nmae is not known',
    ],
    [
      'a misspelt key',
      '{% for it in dependencies %}{{ it.nmae | markdown }}{% endfor %}',
      'there is no nmae here; there are name, type, environment',
    ],
    [
      'a loop variable outside of its loop',
      '{% for it in dependencies %}{% endfor %}{{ it.name | markdown }}',
      'it is not known',
    ],
    ['an unknown filter', '{{ name | dump }}', 'the filter dump is not known'],
    [
      'a filter with arguments',
      '{{ name | upper("x") | markdown }}',
      'takes no arguments',
    ],
    [
      'a filter that the engine has',
      '{{ name | replace("a", "b") | markdown }}',
      'the filter replace is not known',
    ],
    [
      'a name with dashes',
      '{{ fetch-x | markdown }}',
      'Sub is not allowed in a skeleton',
    ],
    [
      'a condition on a list',
      '{% if dependencies %}x{% endif %}',
      'a list is always true; ask for its .length',
    ],
    [
      'a condition on a map',
      '{% for it in dependencies %}{% if not it %}x{% endif %}{% endfor %}',
      'a map is always true',
    ],
    [
      'a comparison of a number with text',
      '{% if port == "0" %}x{% endif %}',
      'a number is never equal to a text',
    ],
    [
      'a loop over text',
      '{% for it in name %}x{% endfor %}',
      'only a list can be looped over, not a text',
    ],
    [
      'a loop with two variables',
      '{% for a, b in dependencies %}x{% endfor %}',
      'a loop has one variable',
    ],
    [
      'a loop variable that hides a name',
      '{% for name in dependencies %}x{% endfor %}',
      'name is a name already',
    ],
    [
      'a list that is written',
      '{{ dependencies | markdown }}',
      'this is a list',
    ],
    [
      'an expression of a workflow',
      'run: ${{ github.sha }}',
      'github is not known',
    ],
    ['a value of Helm', '{{ .Values.x }}', 'a.md.njk, line 1'],
    [
      'a comment that nobody meant',
      'a\nb ${#array[@]}',
      'a.md.njk, line 2: expected end of comment',
    ],
    ['an unknown tag', 'a\n{% x %}', 'a.md.njk, line 2: unknown block tag: x'],
    [
      'a tag that is not closed',
      'a\n{% if name %}',
      'a.md.njk, line 2: parseIf: expected elif, else, or endif',
    ],
    [
      'a value that is not closed',
      'a\n\n{{ name',
      'a.md.njk, line 3: expected variable end',
    ],
  ])('is an error: %s', (_, template, message) => {
    expect(() => text(template)).toThrow(message);
  });
});

describe('what reaches for the engine', () => {
  it.each([
    ['a call', '{{ range.constructor("return process")() | markdown }}'],
    ['a global', '{{ range(3) | markdown }}'],
    ['a global as a value', '{{ range | markdown }}'],
    ['cycler', '{{ cycler("a") | markdown }}'],
    ['constructor', '{{ constructor | markdown }}'],
    ['__proto__', '{{ __proto__ | markdown }}'],
    ['constructor of text', '{{ name.constructor | markdown }}'],
    ['constructor of a list', '{{ dependencies.constructor | markdown }}'],
    [
      'constructor of a map',
      '{% for it in dependencies %}{{ it.constructor | markdown }}{% endfor %}',
    ],
    [
      '__proto__ of a map',
      '{% for it in dependencies %}{{ it["__proto__"] | markdown }}{% endfor %}',
    ],
    ['a key that is computed', '{{ name[description] | markdown }}'],
    ['a filter by the name of a property', '{{ name | constructor }}'],
    ['a filter called __proto__', '{{ name | __proto__ }}'],
    ['include', '{% include "/etc/passwd" %}'],
    ['import', '{% import "x" as y %}'],
    ['from', '{% from "x" import y %}'],
    ['extends', '{% extends "x" %}'],
    ['block', '{% block x %}{% endblock %}'],
    ['macro', '{% macro x() %}{% endmacro %}'],
    ['call', '{% call name() %}{% endcall %}'],
    ['set', '{% set x = name %}'],
    ['filter as a block', '{% filter upper %}x{% endfilter %}'],
    ['switch', '{% switch name %}{% case "x" %}{% endswitch %}'],
    ['an asynchronous loop', '{% asyncEach it in dependencies %}{% endeach %}'],
    ['is', '{% if name is defined %}x{% endif %}'],
    ['in', '{% if "a" in name %}x{% endif %}'],
    ['arithmetic', '{{ (port * port) | markdown }}'],
    ['a list', '{{ [name] | markdown }}'],
    ['a map', '{{ { a: name } | markdown }}'],
    ['a regular expression', '{{ r/(a+)+$/ | markdown }}'],
    ['none', '{{ none | markdown }}'],
    ['a choice', '{{ (name if exposed else description) | markdown }}'],
    ['caller', '{{ caller() | markdown }}'],
    ['super', '{{ super() | markdown }}'],
    [
      'the loop',
      '{% for it in dependencies %}{{ loop.index | markdown }}{% endfor %}',
    ],
  ])('is refused: %s', (_, template) => {
    expect(() => text(template)).toThrow(/^a\.md\.njk, line 1: /);
  });

  it('finds only what the context holds as its own', () => {
    const context = Object.create(
      { inherited: 'x' },
      {
        name: { value: 'cart', enumerable: true },
      },
    );
    expect(text('{{ name | markdown }}', context)).toBe('cart');
    expect(() => text('{{ inherited | markdown }}', context)).toThrow(
      'inherited is not known; known are name',
    );
    const shape: Shape = { map: { constructor: 'text' } as never };
    expect(() => render({ 'a.md.njk': 'x' }, {}, shape)).toThrow(
      "The skeleton's context: it has no constructor",
    );
  });
});

describe('a value', () => {
  it.each([
    [
      'values.yaml',
      'a: {{ name }}',
      'a value must be escaped for this file: end it with | yaml',
    ],
    ['values.yaml', 'a: {{ name | json }}', 'end it with | yaml'],
    ['values.yaml', 'a: {{ name | yaml | upper }}', 'end it with | yaml'],
    [
      'values.yaml',
      'a: "{{ name | yaml }}"',
      'a value with | yaml must be a whole value: it brings its own quotes',
    ],
    ['values.yaml', 'a: x-{{ name | yaml }}', 'must be a whole value'],
    ['values.yaml', 'a: {{ name | yaml }}-x', 'must be a whole value'],
    [
      'values.yaml',
      'a: {{ name | yaml }}{{ name | yaml }}',
      'must be a whole value',
    ],
    ['values.yaml', '# about {{ name | yaml }}', 'must be a whole value'],
    ['values.yaml', 'run: echo a, {{ name | yaml }}', 'must be a whole value'],
    [
      'package.json',
      '{ "a": "{{ name | json }}" }',
      'a value with | json must be a whole value',
    ],
    ['package.json', '{ "a": "x {{ name | json }}" }', 'must be a whole value'],
    ['package.json', '{ "a": {{ name | markdown }} }', 'end it with | json'],
    ['main.js', 'const a = `${{{ name | json }}}`;', 'main.js.njk, line 1'],
    ['main.js', "const a = '{{ name | json }}';", 'must be a whole value'],
    [
      'Dockerfile',
      'LABEL a="{{ name | dockerfile }}"',
      'a value with | dockerfile must be a whole word',
    ],
    ['Dockerfile', 'LABEL a={{ name | json }}', 'end it with | dockerfile'],
    [
      'sub/Dockerfile',
      'LABEL a={{ name | shell }}',
      'end it with | dockerfile',
    ],
    [
      'run.sh',
      'echo "{{ name | shell }}"',
      'a value with | shell must be outside of quotes',
    ],
    ['run.sh', 'echo {{ name }}', 'end it with | shell'],
    ['.env.example', 'A={{ name | shell }}', 'end it with | env'],
    [
      '.env.example',
      'A="{{ name | env }}"',
      'must be the whole value behind NAME=',
    ],
    [
      'README.md',
      '`{{ name | markdown }}`',
      'must be outside of backticks; | code brings its own',
    ],
    ['README.md', '`{{ name | code }}`', 'must be outside of backticks'],
    ['README.md', '{{ name }}', 'end it with | markdown or | code or | shell'],
    [
      'Makefile',
      'a:\n\techo {{ name | shell }}',
      'no value can be written safely in a file of this kind',
    ],
    ['go.mod', 'module {{ name }}', 'a value must be escaped for this file'],
  ])('that may break %s is refused: %s', (file, template, message) => {
    expect(() => render({ [`${file}.njk`]: template })).toThrow(message);
  });

  it.each([
    [
      'values.yaml',
      'a: {{ name | yaml }} # x\nb: [{{ name | yaml }}, {{ port | yaml }}]\nc: { d: {{ name | yaml }} }\ne:\n  - {{ name | yaml }}\n  - f: {{ name | yaml }}\n',
      'a: cart # x\nb: [cart, 8080]\nc: { d: cart }\ne:\n  - cart\n  - f: cart\n',
    ],
    [
      'package.json',
      '{ "a": {{ name | json }}, "b": [{{ port | json }}], {{ name | json }}: 1 }',
      '{ "a": "cart", "b": [8080], "cart": 1 }',
    ],
    [
      'main.js',
      'f({{ name | json }}, port ?? {{ port | json }});',
      'f("cart", port ?? 8080);',
    ],
    [
      'Dockerfile',
      'EXPOSE {{ port | dockerfile }}\nLABEL a={{ description | dockerfile }} b=c',
      'EXPOSE 8080\nLABEL a="Keeps carts" b=c',
    ],
    [
      'run.sh',
      "echo {{ description | shell }} 'x' {{ name | shell }}",
      "echo 'Keeps carts' 'x' cart",
    ],
    ['.env.example', 'A={{ description | env }}\n', "A='Keeps carts'\n"],
    [
      'README.md',
      '# {{ name | markdown }} and {{ name | code }}',
      '# cart and `cart`',
    ],
    ['LICENSE', '{{ name | markdown }}', 'cart'],
  ])('fits %s', (file, template, expected) => {
    expect(render({ [`${file}.njk`]: template })).toEqual({ [file]: expected });
  });

  it('must leave a file that can be read', () => {
    expect(() => render({ 'a.json.njk': '{\n"a": 1,\n}' })).toThrow(
      /^a\.json, line 3 of what was rendered, cannot be read: .*; correct the template$/,
    );
    expect(() => render({ 'a.yaml.njk': 'a: 1\n b: 2\n' })).toThrow(
      /^a\.yaml, line \d of what was rendered, cannot be read: /,
    );
  });
});

describe('a context', () => {
  it.each([
    [{ name: 1 }, 'name must be text without NUL'],
    [{ name: 'a\0b' }, 'name must be text without NUL'],
    [{ name: 'a\ud800' }, 'name must be text without NUL or half characters'],
    [{ name: 'x'.repeat(10_001) }, 'of at most 10000 characters'],
    [{ port: Number.NaN }, 'port must be a number'],
    [{ port: '80a' }, 'port must be a number'],
    [{ exposed: 'no' }, 'exposed must be true or false'],
    [{ dependencies: {} }, 'dependencies must be a list'],
    [{ dependencies: new Array(201).fill({}) }, 'at most 200 items'],
    [
      { dependencies: [{ name: 'x', type: 'y' }] },
      'dependencies[0] has no environment',
    ],
    [
      { dependencies: [{ name: 'x', type: 'y', environment: [] }] },
      'dependencies[0] has no secrets',
    ],
    [{ other: null }, 'other must be text'],
    [{ other: () => 1 }, 'other must be text'],
  ])('of the wrong shape is refused: %j', (context, message) => {
    expect(() => text('x', context)).toThrow(message);
  });
});

describe('the name of a file', () => {
  it('may hold names of the context', () => {
    expect(
      Object.keys(render({ 'src/{{ name }}/{{name}}.md.njk': 'x' })),
    ).toEqual(['src/cart/cart.md']);
  });

  it.each([
    ['{{ nmae }}.md', 'needs nmae to be a word'],
    ['{{ image }}', 'needs image to be a word'],
    ['{{ port }}', 'needs port to be a word'],
    ['{{ constructor }}', 'needs constructor to be a word'],
    ['{{ name | upper }}', 'may hold {{ key }} and nothing else'],
    ['{% if name %}x', 'may hold {{ key }} and nothing else'],
    ['', 'cannot be written'],
    ['/etc/passwd', 'cannot be written'],
    ['a//b', 'cannot be written'],
    ['a/', 'cannot be written'],
    ['.', 'cannot be written'],
    ['..', 'cannot be written'],
    ['../x', 'cannot be written'],
    ['a/../../b', 'cannot be written'],
    ['..\\x', 'cannot be written'],
    ['.git/config', 'cannot be written'],
    ['a/.GIT/hooks/x', 'cannot be written'],
    ['.git./x', 'cannot be written'],
    ['git~1/x', 'cannot be written'],
    ['a\0b', 'cannot be written'],
    ['a\nb', 'cannot be written'],
    ['a\u202eb', 'cannot be written'],
    ['-rf', 'cannot be written'],
    ['CON', 'cannot be written'],
    ['nul.txt', 'cannot be written'],
    ['a.', 'cannot be written'],
    [' a', 'cannot be written'],
    ['a:b', 'cannot be written'],
    ['é'.repeat(128), 'cannot be written'],
    ['.njk', 'cannot be written'],
  ])('is refused: %j', (name, message) => {
    expect(() => render({ [name]: 'x' })).toThrow(message);
  });

  it.each([
    '../../x',
    'a/b',
    '..',
    '.',
    '.git',
    '-rf',
    '$(id)',
    'a b',
    '',
    'é',
  ])('is refused where a value makes it unsafe: %j', name => {
    expect(() => render({ 'x/{{ name }}': 'x' }, { name })).toThrow(
      /cannot be written|to be a word/,
    );
  });

  it('is refused where another file has it', () => {
    expect(() => render({ '{{ name }}.md': 'x', 'cart.md.njk': 'y' })).toThrow(
      'Two files of the skeleton are called cart.md',
    );
    expect(() => render({ 'readme.md': 'x', 'README.md': 'y' })).toThrow(
      'differ only by case (readme.md)',
    );
  });

  it('may begin with a dot', () => {
    const files = { '.github/workflows/ci.yaml': 'x', '.gitignore': 'y' };
    expect(render(files)).toEqual(files);
  });
});

describe('the limits', () => {
  const items = new Array(200).fill('x'.repeat(100));
  const loops =
    '{% for a in l %}{% for b in l %}{% for c in l %}{{ c | markdown }}{% endfor %}{% endfor %}{% endfor %}';
  const renderLoops = (limits: object) =>
    renderSkeleton({
      files: new Map([['a.md.njk', loops]]),
      context: { l: items },
      limits,
    });

  it('hold for what is written', () => {
    expect(() => renderLoops({})).toThrow(
      'a.md.njk: the skeleton renders to too much',
    );
  });

  it('hold for time', () => {
    const start = Date.now();
    expect(() =>
      renderLoops({ bytes: Number.MAX_SAFE_INTEGER, milliseconds: 100 }),
    ).toThrow('a.md.njk: the skeleton takes too long to render');
    expect(Date.now() - start).toBeLessThan(5_000);
  });

  it('hold for loops that write nothing', () => {
    expect(() =>
      renderSkeleton({
        files: new Map([['a.md.njk', loops.replace('{{ c | markdown }}', '')]]),
        context: { l: items },
        limits: { milliseconds: 50 },
      }),
    ).toThrow('takes too long');
  });

  it('hold for the depth of loops, the size of a template, and the number and size of files', () => {
    const deep = loops.replace('{{ c', '{% for d in l %}{% endfor %}{{ c');
    expect(() => text(deep, { l: items })).toThrow(
      'at most 3 stand inside each other',
    );
    expect(() => text('x'.repeat(256 * 1024 + 1))).toThrow(
      'a.md.njk is larger than 256 KiB',
    );
    const files = new Map([
      ['a', 'x'],
      ['b', 'x'],
    ]);
    const context = CONTEXT;
    expect(() =>
      renderSkeleton({ files, context, limits: { files: 1 } }),
    ).toThrow('has 2 files: at most 1');
    expect(() =>
      renderSkeleton({ files, context, limits: { bytes: 1 } }),
    ).toThrow('larger than 1 bytes');
  });

  it.each([100, 300, 1_000, 2_000, 4_000, 8_000])(
    'hold for %d conditions inside each other',
    depth => {
      const nested = `${'{% if name %}'.repeat(depth)}x${'{% endif %}'.repeat(
        depth,
      )}`;
      let result: unknown;
      try {
        result = text(nested);
      } catch (error) {
        result = error;
      }
      expect(String(result)).toMatch(/^(?:x$|InputError: a\.md\.njk)/);
    },
  );

  it('hold for text that is not UTF-8', () => {
    expect(() => render({ 'a.md.njk': Buffer.from([255, 254]) })).toThrow(
      'a.md.njk is not text in UTF-8',
    );
  });
});
