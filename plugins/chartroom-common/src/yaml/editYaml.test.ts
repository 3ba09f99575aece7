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

import { editYaml } from './editYaml';
import type { YamlEdit } from './YamlEdit';

function edited(text: string, ...edits: YamlEdit[]): string {
  const once = editYaml({ file: 'values.yaml', text, edits });
  const twice = editYaml({ file: 'values.yaml', text: once.text, edits });
  expect(twice.text).toBe(once.text);
  const back = editYaml({
    file: 'values.yaml',
    text: once.text,
    edits: JSON.parse(JSON.stringify(once.inverse)),
  });
  expect(back.text).toBe(text);
  return once.text;
}

function dependency(name: string, after?: string[]): YamlEdit {
  return {
    op: 'ensureListItem',
    path: ['dependencies'],
    key: 'name',
    item: { name, version: '1.0.0', condition: `${name}.enabled` },
    ...(after && { place: { after } }),
  };
}

describe('a list item', () => {
  it('follows a list that is not indented, with comments between its items', () => {
    const text = `apiVersion: v2
name: shop   # the umbrella
dependencies:
# Applications
- name: cart      # carts
  version: 1.2.0
  # condition: cart.enabled

# Databases
- name: redis
  version: 7.0.0

maintainers: []
`;
    expect(edited(text, dependency('payment', ['cart']))).toBe(`apiVersion: v2
name: shop   # the umbrella
dependencies:
# Applications
- name: cart      # carts
  version: 1.2.0
  # condition: cart.enabled

- name: payment
  version: 1.0.0
  condition: payment.enabled

# Databases
- name: redis
  version: 7.0.0

maintainers: []
`);
  });

  it('follows four spaces and a wide gap behind the dash', () => {
    const text = `dependencies:
    -   name: cart
        version: 1.2.0
`;
    expect(edited(text, dependency('web'))).toBe(`dependencies:
    -   name: cart
        version: 1.2.0
    -   name: web
        version: 1.0.0
        condition: web.enabled
`);
  });

  it('follows lines that end with a carriage return, a byte order mark and a missing last line break', () => {
    const text = '\ufeffdependencies:\r\n- name: cart\r\n  version: 1.2.0';
    expect(edited(text, dependency('web'))).toBe(
      '\ufeffdependencies:\r\n- name: cart\r\n  version: 1.2.0\r\n' +
        '- name: web\r\n  version: 1.0.0\r\n  condition: web.enabled',
    );
  });

  it('keeps the order of a group that is in order, and goes to the end of one that is not', () => {
    const list = (names: string[]) =>
      `dependencies:\n${names
        .map(
          name =>
            `  - name: ${name}\n    version: 1.0.0\n    condition: ${name}.enabled\n`,
        )
        .join('')}`;
    const names = ['a', 'c', 'x', 'b', 'd'];
    expect(edited(list(names), dependency('bb', ['b', 'd']))).toBe(
      list(['a', 'c', 'x', 'b', 'bb', 'd']),
    );
    expect(edited(list(names), dependency('bb', ['x', 'b']))).toBe(
      list(['a', 'c', 'x', 'b', 'bb', 'd']),
    );
    expect(edited(list(names), dependency('aa', ['b', 'd']))).toBe(
      list(['a', 'c', 'x', 'aa', 'b', 'd']),
    );
    expect(edited(list(names), dependency('aa', ['absent']))).toBe(
      list([...names, 'aa']),
    );
    expect(edited(list(['a', 'c']), dependency('b'))).toBe(
      list(['a', 'b', 'c']),
    );
    expect(edited(list(['b', 'c']), dependency('a'))).toBe(
      list(['a', 'b', 'c']),
    );
  });

  const grouped = (above: string, between: string) =>
    `services:
  # Frontend
  - name: web
${above}  - name: cart
${between}  - name: user
`;
  const first: YamlEdit = {
    op: 'ensureListItem',
    path: ['services'],
    key: 'name',
    item: { name: 'admin' },
    place: { after: ['cart', 'user'] },
  };
  const item = '  - name: admin\n';

  it.each([
    ['directly above its first', '\n  # Backend\n', ''],
    ['above a group whose items have gaps', '\n  # Backend\n', '\n'],
    ['with a gap below', '\n  # Backend\n\n', ''],
    ['drawn with a rule', '\n  # ---- backend ----\n', '\n'],
  ])(
    'that sorts first stands below the heading of its group: %s',
    (_, above, between) => {
      const text = grouped(above, between);
      expect(edited(text, first)).toBe(
        text.replace('  - name: cart\n', `${item}${between}  - name: cart\n`),
      );
    },
  );

  it.each([
    ['for documentation', '\n  # -- Keeps carts\n', ''],
    ['as each item has', '\n  # keeps carts\n', '  # keeps people\n'],
  ])(
    'that sorts first stands above the comment of the item: %s',
    (_, above, between) => {
      const text = grouped(above, between);
      expect(edited(text, first)).toBe(
        text.replace(above, `\n${item}${above.slice(1)}`),
      );
    },
  );

  it.each([
    ['without a gap above', '  # the backend\n', ''],
    ['that may be about the item', '\n  # keeps goods\n', '\n'],
    ['that names the item', '\n  # The cart\n', '\n'],
    ['that names the new one', '\n  # Admin\n', '\n'],
  ])('goes to the end where a comment stands %s', (_, above, between) => {
    const text = grouped(above, between);
    expect(edited(text, first)).toBe(text + between + item);
  });

  it('stands at the position that is named, above and below any group', () => {
    const text = grouped('\n  # Backend\n', '');
    const at = (position: number): YamlEdit => ({
      ...first,
      place: { at: position },
    });
    const above = (line: string) => text.replace(line, item + line);
    expect(edited(text, at(0))).toBe(above('  - name: web\n'));
    expect(edited(text, at(1))).toBe(above('\n  # Backend\n'));
    expect(edited(text, at(2))).toBe(above('  - name: user\n'));
    expect(edited(text, at(3))).toBe(text + item);
  });

  it('keeps the blank lines of a group whose items they separate', () => {
    const text = `services:\n  - name: a\n\n  - name: b\n\n# end\nother: 1\n`;
    expect(
      edited(text, {
        op: 'ensureListItem',
        path: ['services'],
        key: 'name',
        item: { name: 'c' },
      }),
    ).toBe(
      `services:\n  - name: a\n\n  - name: b\n\n  - name: c\n\n# end\nother: 1\n`,
    );
  });

  it('is written in one line where its neighbours are, down to their parts', () => {
    const text = `services:
  - name: cart
    image: { repository: shop/cart, tag: "1.0" }
    dependencies:
      - { name: redis, env: { REDIS_HOST: "{host}" } }
      - catalogue
`;
    expect(
      edited(
        text,
        {
          op: 'ensureListItem',
          path: ['services'],
          key: 'name',
          item: {
            name: 'user',
            image: { repository: 'shop/user', tag: '2.0' },
            dependencies: [{ name: 'mongodb', database: 'users' }, 'redis'],
          },
        },
        {
          op: 'ensureListItem',
          path: ['services', { key: 'name', value: 'cart' }, 'dependencies'],
          key: 'name',
          item: { name: 'mongodb', env: { MONGO_URL: 'mongodb://{host}' } },
        },
      ),
    ).toBe(`services:
  - name: cart
    image: { repository: shop/cart, tag: "1.0" }
    dependencies:
      - { name: redis, env: { REDIS_HOST: "{host}" } }
      - catalogue
      - { name: mongodb, env: { MONGO_URL: "mongodb://{host}" } }
  - name: user
    image: { repository: shop/user, tag: "2.0" }
    dependencies:
      - { name: mongodb, database: users }
      - redis
`);
  });

  it.each([
    ['dependencies:', 'dependencies:\n  - name: a\n    version: "1"'],
    [
      'dependencies: # none\n',
      'dependencies: # none\n  - name: a\n    version: "1"\n',
    ],
    [
      'dependencies: ~ # none\nx: 1\n',
      'dependencies: # none\n  - name: a\n    version: "1"\nx: 1\n',
    ],
    ['dependencies: null', 'dependencies:\n  - name: a\n    version: "1"'],
    [
      'dependencies: []\nx: 1\n',
      'dependencies:\n  - name: a\n    version: "1"\nx: 1\n',
    ],
    ['dependencies: []', 'dependencies:\n  - name: a\n    version: "1"'],
    [
      'x:\n- 1\ndependencies: [] # none\n',
      'x:\n- 1\ndependencies: # none\n- name: a\n  version: "1"\n',
    ],
    [
      'dependencies: [{name: b}]\n',
      'dependencies: [{name: b}, {name: a, version: "1"}]\n',
    ],
    [
      'dependencies: [ b ]\n',
      'dependencies: [ b, { name: a, version: "1" } ]\n',
    ],
    [
      'dependencies: [\n  b,\n]\n',
      'dependencies: [\n  b,\n  { name: a, version: "1" },\n]\n',
    ],
  ])('starts or continues %j', (text, expected) => {
    expect(
      edited(text, {
        op: 'ensureListItem',
        path: ['dependencies'],
        key: 'name',
        item: { name: 'a', version: '1' },
      }),
    ).toBe(expected);
  });

  it.each([
    ['words: []\n', 'words:\n  - no-1\n'],
    ['words: [ ]   # none\n', 'words:   # none\n  - no-1\n'],
    ['words: []\nmore: [x]\n', 'words: [no-1]\nmore: [x]\n'],
    ['words: [ ]\nmore: { x: 1 }\n', 'words: [ no-1 ]\nmore: { x: 1 }\n'],
    [
      'a: [x]\nb:\n  words:\n    - y\nwords: []\n',
      'a: [x]\nb:\n  words:\n    - y\nwords:\n  - no-1\n',
    ],
    ['words: [b, a]\n', 'words: [b, a, no-1]\n'],
    ['words: [a, z]\n', 'words: [a, no-1, z]\n'],
    ["words:\n  - 'on'\n", "words:\n  - 'on'\n  - no-1\n"],
  ])('adds a word to %j', (text, expected) => {
    expect(
      edited(text, { op: 'ensureListItem', path: ['words'], item: 'no-1' }),
    ).toBe(expected);
  });

  it('is there already where a bare word has its name, and is left as it is', () => {
    const text = 'dependencies:\n  - redis\n  - { name: cart, wait: true }\n';
    expect(edited(text, dependency('redis'), dependency('cart'))).toBe(text);
  });

  it('is quoted as its neighbours are', () => {
    const text = "words:\n  - 'yes'\n  - 'a: 1'\n";
    expect(
      edited(text, { op: 'ensureListItem', path: ['words'], item: 'on' }),
    ).toBe(`${text}  - 'on'\n`);
  });

  it('may be text of several lines', () => {
    expect(
      edited('notes:\n  - a\n', {
        op: 'ensureListItem',
        path: ['notes'],
        item: 'one\ntwo\n',
      }),
    ).toBe('notes:\n  - a\n  - |\n    one\n    two\n');
  });
});

describe('a map entry', () => {
  const values = `# Values of the umbrella

global: {}

# carts
cart:
  enabled: true
  wiring:
    callers: { web: true }

web:
  enabled: true
  wiring:
    callers: {}
    dependencies:
`;

  it('stands behind the key that is named, or at the end, with the blank lines of its neighbours', () => {
    expect(
      edited(
        values,
        {
          op: 'ensureMapEntry',
          path: [],
          key: 'user',
          value: { enabled: false, wiring: { callers: { web: true } } },
          after: 'cart',
        },
        { op: 'ensureMapEntry', path: [], key: 'abc', value: {} },
      ),
    ).toBe(
      values
        .replace(
          '\nweb:',
          '\nuser:\n  enabled: false\n  wiring:\n    callers: { web: true }\n\nweb:',
        )
        .concat('\nabc: {}\n'),
    );
  });

  it('goes into maps in brackets, empty maps and keys without a value', () => {
    const wiring = (service: string, part: string) =>
      [service, 'wiring', part] as const;
    expect(
      edited(
        values,
        {
          op: 'ensureMapEntry',
          path: wiring('cart', 'callers'),
          key: 'user',
          value: true,
        },
        {
          op: 'ensureMapEntry',
          path: wiring('web', 'callers'),
          key: 'no',
          value: 'on',
        },
        {
          op: 'ensureMapEntry',
          path: wiring('web', 'dependencies'),
          key: 'cart',
          value: { host: 'cart', ports: { http: 8080 } },
        },
        {
          op: 'ensureMapEntry',
          path: [...wiring('web', 'dependencies'), 'cart', 'ports'],
          key: 'admin',
          value: 8081,
        },
      ),
    ).toBe(
      values
        .replace('{ web: true }', '{ web: true, user: true }')
        .replace('callers: {}', 'callers: { "no": "on" }')
        .concat(
          '      cart:\n        host: cart\n        ports:\n          http: 8080\n          admin: 8081\n',
        ),
    );
  });

  it('starts an empty file, also one with comments only', () => {
    const edit: YamlEdit = {
      op: 'ensureMapEntry',
      path: [],
      key: 'a',
      value: 1,
    };
    expect(edited('', edit)).toBe('a: 1\n');
    expect(edited('# nothing yet\n', edit)).toBe('# nothing yet\na: 1\n');
    expect(edited('---\n# nothing yet', edit)).toBe('---\n# nothing yet\na: 1');
    expect(edited('{}\n', edit)).toBe('a: 1\n');
    expect(edited('{}', edit)).toBe('a: 1');
    expect(edited('{} # none\n', edit)).toBe('# none\na: 1\n');
    expect(edited('%YAML 1.1\n---\nb: 1\n...\n', edit)).toBe(
      '%YAML 1.1\n---\nb: 1\na: 1\n...\n',
    );
  });

  it('is not looked for inside text', () => {
    const text = `notes: |
  cart:
    enabled: false
cart:
  enabled: true
more: "cart:
  not this"
`;
    expect(
      edited(text, {
        op: 'setScalar',
        path: ['cart', 'enabled'],
        value: false,
      }),
    ).toBe(text.replace('enabled: true', 'enabled: false'));
  });
});

describe('a removed entry', () => {
  const text = `services:
  # Frontend
  - name: web
  - name: shop

  # keeps carts
  - name: cart   # main
    port: 8080

  - { name: user }
other: { a: 1, b: 2 }
last: # why
  only: 1
`;
  const remove = (identity: string): YamlEdit => ({
    op: 'removeListItem',
    path: ['services'],
    key: 'name',
    identity,
  });

  it('takes the comment directly above it along, and leaves a heading', () => {
    expect(edited(text, remove('web'))).toBe(
      text.replace('  - name: web\n', ''),
    );
    expect(edited(text, remove('cart'))).toBe(
      text.replace(
        '\n  # keeps carts\n  - name: cart   # main\n    port: 8080\n',
        '',
      ),
    );
  });

  it('leaves an empty collection in place of its last entry', () => {
    expect(
      edited(text, { op: 'removeMapEntry', path: ['last'], key: 'only' }),
    ).toBe(text.replace('last: # why\n  only: 1\n', 'last: {} # why\n'));
    expect(
      edited('a: [x]\n', {
        op: 'removeListItem',
        path: ['a'],
        identity: 'x',
      }),
    ).toBe('a: []\n');
  });

  it('leaves brackets in order', () => {
    const entry = (key: string): YamlEdit => ({
      op: 'removeMapEntry',
      path: ['other'],
      key,
    });
    expect(edited(text, entry('a'))).toBe(text.replace('a: 1, ', ''));
    expect(edited(text, entry('b'))).toBe(text.replace(', b: 2', ''));
    expect(edited(text, entry('a'), entry('b'))).toBe(
      text.replace('{ a: 1, b: 2 }', '{}'),
    );
  });

  it('is no error where there is none', () => {
    expect(
      edited(
        text,
        remove('absent'),
        { op: 'removeMapEntry', path: ['absent', 'deep'], key: 'x' },
        { op: 'removeMapEntry', path: ['services'], key: 'x' },
      ),
    ).toBe(text);
  });
});

describe('a scalar', () => {
  it.each([
    ['a: 1 # one', 2, 'a: 2 # one'],
    ['a: "1.0"', '1.1', 'a: "1.1"'],
    ["a: '1.0'", 'no', "a: 'no'"],
    ['a: x', 'no', 'a: "no"'],
    ['a: x', '1.10', 'a: "1.10"'],
    ['a:', true, 'a: true'],
    ['a:  # none\nb: 1\n', 'x', 'a: x  # none\nb: 1\n'],
    ['a: ~', 'x', 'a: x'],
    ['a: long\n  text\nb: 1\n', 'x', 'a: x\nb: 1\n'],
    ['a:\n  text\n', 'x', 'a:\n  x\n'],
    ['"a" : 0x10\n', 16.5, '"a" : 16.5\n'],
    ['a: x', 'x', 'a: x'],
  ])('in %j becomes %j', (text, value, expected) => {
    expect(edited(text, { op: 'setScalar', path: ['a'], value })).toBe(
      expected,
    );
  });

  it('is found in lists and brackets', () => {
    const text = 'a:\n  - - x\n    - { name: y, deep: [1, { z: 2 }] }\n';
    expect(
      edited(text, {
        op: 'setScalar',
        path: ['a', 0, { key: 'name', value: 'y' }, 'deep', 1, 'z'],
        value: 'a, b',
      }),
    ).toBe(text.replace('z: 2', 'z: "a, b"'));
  });
});

describe('the inverse', () => {
  const text = `services:
  - name: cart
  # remembers people
  - name: user # main
    port: 0123
`;

  it('undoes only what was done, after changes elsewhere', () => {
    const created = editYaml({
      file: 'f.yaml',
      text,
      edits: [
        {
          op: 'ensureListItem',
          path: ['services'],
          key: 'name',
          item: { name: 'web', port: 80 },
        },
      ],
    });
    const changed = created.text
      .replace('port: 0123', 'port: 8080 # moved')
      .concat('other: true\n');
    expect(
      editYaml({ file: 'f.yaml', text: changed, edits: created.inverse }).text,
    ).toBe(`${text.replace('port: 0123', 'port: 8080 # moved')}other: true\n`);
  });

  it('removes what was added also where a person has changed it since', () => {
    const created = editYaml({
      file: 'f.yaml',
      text,
      edits: [
        {
          op: 'ensureListItem',
          path: ['services'],
          key: 'name',
          item: { name: 'web', port: 80 },
        },
      ],
    });
    const changed = created.text.replace('port: 80', 'port: 81');
    expect(
      editYaml({ file: 'f.yaml', text: changed, edits: created.inverse }).text,
    ).toBe(text);
  });

  it('brings back the text of what was removed, with its comments and its spelling', () => {
    const removed = editYaml({
      file: 'f.yaml',
      text,
      edits: [
        {
          op: 'removeListItem',
          path: ['services'],
          key: 'name',
          identity: 'user',
        },
      ],
    });
    expect(removed.text).toBe('services:\n  - name: cart\n');
    expect(
      editYaml({
        file: 'f.yaml',
        text: `# new\n${removed.text}`,
        edits: removed.inverse,
      }).text,
    ).toBe(`# new\n${text}`);
  });

  it('adds the value again where the place is gone', () => {
    const removed = editYaml({
      file: 'f.yaml',
      text,
      edits: [
        {
          op: 'removeListItem',
          path: ['services'],
          key: 'name',
          identity: 'user',
        },
      ],
    });
    expect(
      editYaml({
        file: 'f.yaml',
        text: 'services:\n  - name: other\n',
        edits: removed.inverse,
      }).text,
    ).toBe('services:\n  - name: other\n  - name: user\n    port: 123\n');
  });
});

describe('an entry with an alias', () => {
  const text = `base: &base
  cpu: 1
cart:
  <<: *base
  size: *base
user:
  enabled: true
`;
  const remove: YamlEdit = { op: 'removeMapEntry', path: [], key: 'cart' };
  const removed = editYaml({ file: 'f.yaml', text, edits: [remove] });

  it('can be removed, and brought back as it was', () => {
    expect(edited(text, remove)).toBe(
      text.replace('cart:\n  <<: *base\n  size: *base\n', ''),
    );
  });

  it('is written out where its place is gone', () => {
    const other = 'other: 1\n';
    expect(
      editYaml({ file: 'f.yaml', text: other, edits: removed.inverse }).text,
    ).toBe(`${other}cart:\n  "<<":\n    cpu: 1\n  size:\n    cpu: 1\n`);
  });
});

describe('an anchor that nothing outside refers to', () => {
  it('goes with what is removed', () => {
    const text = 'a:\n  b: &x { c: 1 }\n  d: *x\ne: 1\n';
    expect(edited(text, { op: 'removeMapEntry', path: [], key: 'a' })).toBe(
      'e: 1\n',
    );
  });
});

describe('a part of a file', () => {
  it('is edited in the style of the whole', () => {
    const text = 'web:\n    callers: {}\n';
    const edit: YamlEdit = {
      op: 'ensureMapEntry',
      path: ['web', 'callers'],
      key: 'user',
      value: { deep: [1] },
    };
    const part = (whole?: string) =>
      editYaml({ file: 'f.yaml', text, edits: [edit], whole }).text;
    expect(part()).toBe(
      'web:\n    callers:\n        user:\n            deep:\n                - 1\n',
    );
    expect(part(`cart:\n    ports:\n    - 1\n${text}`)).toBe(
      'web:\n    callers:\n        user:\n            deep:\n            - 1\n',
    );
    expect(part(`cart:\n    callers: { a: 1 }\n${text}`)).toBe(
      'web:\n    callers: { user: { deep: [1] } }\n',
    );
  });
});

describe('an unsafe shape', () => {
  const add = (...path: string[]): YamlEdit => ({
    op: 'ensureMapEntry',
    path,
    key: 'new',
    value: 1,
  });
  const item = (...path: string[]): YamlEdit => ({
    op: 'ensureListItem',
    path,
    item: 'new',
  });

  it.each<[string, string, YamlEdit, string]>([
    [
      'an anchor on the way',
      'x: 1\na: &base\n  b: 1\n',
      add('a'),
      'values.yaml, line 2, cannot be edited safely: `a` has the anchor `&base`. Make this change by hand.',
    ],
    [
      'an alias on the way',
      'base: &base { b: 1 }\na: *base\n',
      add('a'),
      'values.yaml, line 2, cannot be edited safely: `a` is the alias `*base`, and an edit would change every place that uses it. Write the content out in place of the alias, or edit it by hand.',
    ],
    [
      'an item with an anchor',
      'a:\n  - &x\n    name: b\n    c: {}\n',
      { op: 'ensureMapEntry', path: ['a', 0, 'c'], key: 'n', value: 1 },
      'line 2, cannot be edited safely: `a[0]` has the anchor `&x`',
    ],
    [
      'a merge key',
      'base: &base { b: 1 }\na:\n  <<: *base\n',
      add('a'),
      'line 3, cannot be edited safely: `a` holds a merge key (`<<`)',
    ],
    [
      'a merge key in brackets',
      'base: &base { b: 1 }\na: { <<: *base }\n',
      add('a'),
      '`a` holds a merge key (`<<`)',
    ],
    ['a tag', 'a: !!map\n  b: 1\n', add('a'), '`a` has the tag'],
    [
      'comments inside brackets',
      'a: [\n  b, # why\n]\n',
      item('a'),
      'line 1, cannot be edited safely: `a` is written in brackets with comments inside. Write it in block style, one entry per line, or edit it by hand.',
    ],
    [
      'a key that stands there twice',
      'a:\n  b: 1\n  c: 1\n  b: 2\n',
      add('a'),
      'line 4, cannot be edited safely: a key stands there twice',
    ],
    [
      'a key that stands there twice, on the way',
      'a:\n  b: {}\na:\n  b: {}\n',
      add('a', 'b'),
      'line 3, cannot be edited safely: the file holds `a` twice. Remove one of the two.',
    ],
    [
      'template braces as a value',
      'a:\n  b: {{ x }}\n',
      add('a'),
      'line 2, cannot be edited safely: `a` holds template braces (`{{`)',
    ],
    [
      'template braces as the collection',
      'a: {{ x }}\n',
      add('a'),
      'line 1, cannot be edited safely: `a` holds template braces (`{{`)',
    ],
    [
      'template lines',
      'a:\n  {{- if x }}\n  b: 1\n  {{- end }}\n',
      add('a'),
      'template braces',
    ],
    [
      'tabs',
      'a:\n\tb: 1\n',
      add('a'),
      'line 2, cannot be edited safely: the line is indented with a tab',
    ],
    [
      'several documents',
      'a: {}\n---\na: {}\n',
      add('a'),
      'line 2, cannot be edited safely: the file holds several YAML documents. Keep one document per file, or edit it by hand.',
    ],
    [
      'a file that is no YAML',
      'a: {}\nb: "\n',
      add('a'),
      'line 3, cannot be edited safely: the YAML cannot be read (Missing closing "quote)',
    ],
    [
      'a key that is not text',
      'a:\n  ? [x]\n  : 1\n',
      add('a'),
      'line 2, cannot be edited safely: `a` holds a key that is not plain text',
    ],
    [
      'a key in quotes that cannot be read',
      'a:\n  "\\s": 1\n',
      add('a'),
      'line 2, cannot be edited safely: the YAML cannot be read (Invalid escape sequence',
    ],
    [
      'a place that is missing',
      'a:\n  b: 1\n',
      add('a', 'c'),
      'line 2, cannot be edited safely: `a` has no `c`. Add that first.',
    ],
    [
      'a missing item',
      'a:\n  - name: x\n',
      {
        op: 'ensureMapEntry',
        path: ['a', { key: 'name', value: 'y' }],
        key: 'n',
        value: 1,
      },
      '`a` has no `name=y`. Add that first.',
    ],
    [
      'text where a map is needed',
      'a: text\n',
      add('a'),
      'line 1, cannot be edited safely: `a` is text, where a map is needed',
    ],
    [
      'a list where a map is needed',
      'a:\n  - 1\n',
      add('a'),
      'line 2, cannot be edited safely: `a` is a list, where a map is needed',
    ],
    [
      'a bare word where a map is needed',
      'a:\n  - redis\n',
      {
        op: 'ensureMapEntry',
        path: ['a', { key: 'name', value: 'redis' }],
        key: 'n',
        value: 1,
      },
      '`a[name=redis]` is text, where a map is needed',
    ],
    [
      'an anchor in what is to be removed',
      'a:\n  b: &x 1\n  c: 1\nd: *x\n',
      { op: 'removeMapEntry', path: ['a'], key: 'b' },
      'line 2, cannot be edited safely: what is to be removed from `a` holds `&x`, which `*x` refers to. Remove it by hand, together with what refers to it.',
    ],
    [
      'text of several lines in place of a scalar',
      'a: |\n  x\n',
      { op: 'setScalar', path: ['a'], value: 'y' },
      '`a` is not a value on one line',
    ],
    [
      'blank lines that belong to the text above',
      'a: |+\n  x\n\nb: 1\nc: 1\nd: 1\n',
      { op: 'ensureMapEntry', path: [], key: 'n', value: 1, after: 'a' },
      'the edit would change more than it should',
    ],
  ])('is refused: %s', (_, text, edit, message) => {
    expect(() =>
      editYaml({ file: 'values.yaml', text, edits: [edit] }),
    ).toThrow(message);
  });

  it('is refused with the file, the line in the text that was given, and the reason', () => {
    const text = 'a: {}\nb: &x\n  c: 1\n';
    let error: unknown;
    try {
      editYaml({
        file: 'charts/values.yaml',
        text,
        edits: [
          {
            op: 'ensureMapEntry',
            path: ['a'],
            key: 'd',
            value: { many: { lines: [1, 2, 3] } },
          },
          add('b'),
        ],
      });
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({
      name: 'YamlEditRefusedError',
      file: 'charts/values.yaml',
      line: 2,
      reason: '`b` has the anchor `&x`',
    });
  });

  it('elsewhere in the file does no harm', () => {
    const text = `base: &base
  cpu: 1
  # {{ note }}
template: "{{ x }}"
cart:
  resources: *base
  wiring: {}
other:
  <<: *base
`;
    expect(edited(text, add('cart', 'wiring'))).toBe(
      text.replace('wiring: {}', 'wiring:\n    new: 1'),
    );
  });
});

describe('a platform of a thousand services', () => {
  const values = Array.from(
    { length: 1000 },
    (_, index) => `service-${index}:
  enabled: true
  wiring:
    callers: { web: true }
    dependencies:
      cart:
        host: cart
        ports:
          http: { port: 8080, targetPort: 8080 }
        podLabels: { app.kubernetes.io/name: cart }
      mysql:
        host: mysql
        wait: true
        secret:
          name: mysql-shipping
          keys: { password: password }
  # people write here
  resources:
    limits:
      memory: 100Mi
`,
  ).join('');
  const callers = (count: number): YamlEdit[] =>
    Array.from({ length: count }, (_, index) => ({
      op: 'ensureMapEntry',
      path: [`service-${index * 60}`, 'wiring', 'callers'],
      key: 'new',
      value: true,
    }));

  it('takes little more for fifteen edits than for one', () => {
    const time = (count: number) => {
      const start = performance.now();
      editYaml({ file: 'values.yaml', text: values, edits: callers(count) });
      return performance.now() - start;
    };
    time(1);
    const one = Math.min(time(1), time(1), time(1));
    const fifteen = Math.min(time(15), time(15), time(15));
    expect(fifteen).toBeLessThan(one * 2);
  });

  it('changes only the lines of the edits', () => {
    const { text } = editYaml({
      file: 'values.yaml',
      text: values,
      edits: callers(15),
    });
    const before = values.split('\n');
    const changed = text
      .split('\n')
      .filter((line, index) => line !== before[index]);
    expect(changed).toEqual(
      new Array(15).fill('    callers: { web: true, new: true }'),
    );
  });
});
