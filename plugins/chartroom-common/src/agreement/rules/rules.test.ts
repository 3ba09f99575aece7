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

import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  applied,
  baseFixture,
  now,
  ruleFixtures,
} from '../__testUtils__/ruleFixtures';
import type { Finding } from '../../check';
import type { FileTree } from '../../files';
import { readPlatform } from '../../platform';
import { checkPlatform } from '../checkPlatform';
import { disagreements } from '../disagreements';
import { inOrder } from '../inOrder';
import { syncPlatform } from '../syncPlatform';
import { agreementRules } from '.';

const pages = resolve(__dirname, '../../../../../docs/reference/rules');
/** It speaks under the ids of what is derived, and is tested beside that. */
const rules = agreementRules.filter(({ id }) => id !== 'derived-file');
const base = baseFixture();

function said(findings: readonly Finding[]): string {
  return findings
    .map(
      ({ severity, file, line, message, fix }) =>
        `${severity} ${file}${
          line ? `:${line}` : ''
        }\n  ${message}\n  ${fix}\n`,
    )
    .join('');
}

/** What sync leaves to a person. */
function unmendable(files: FileTree): Finding[] {
  const findings = disagreements({ platform: readPlatform({ files }), now })
    .filter(({ changes }) => changes.length === 0)
    .map(({ finding }) => finding);
  return inOrder({ findings });
}

describe('the base of the fixtures', () => {
  it('agrees with itself', () => {
    const platform = readPlatform({ files: base.files });
    expect(checkPlatform({ platform })).toEqual([]);
  });

  it('leaves out only what is generated from elsewhere', () => {
    const generated =
      /^(charts\/[a-z]+\/values\.schema\.json|renovate\.json|catalog-info\.yaml|README\.md)$/;
    expect(base.generated.filter(({ path }) => !generated.test(path))).toEqual(
      [],
    );
  });
});

it('names every rule once, in kebab-case, and has fixtures for no other', () => {
  const ids = agreementRules.map(({ id }) => id);
  expect(ids.filter(id => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(readdirSync(resolve(__dirname, '__fixtures__')).sort()).toEqual(
    [...rules.map(({ id }) => id), 'base'].sort(),
  );
});

describe.each(agreementRules)('$id', ({ id }) => {
  it('has a page', () => {
    expect(existsSync(resolve(pages, `${id}.md`))).toBe(true);
  });
});

describe.each(rules)('$id', ({ id }) => {
  const fixtures = ruleFixtures({ rule: id, base: base.files });
  const ofRule = (findings: readonly Finding[]) =>
    findings.filter(({ rule }) => rule === id);

  const failing = fixtures.filter(({ name }) => name.startsWith('failing'));
  const passing = fixtures.filter(({ name }) => name.startsWith('passing'));

  it('has a platform in which it fails, and one in which it holds', () => {
    expect([failing.length > 0, passing.length > 0]).toEqual([true, true]);
    expect(failing.length + passing.length).toBe(fixtures.length);
  });

  it.each(failing)(
    'says what is wrong: $name',
    ({ files, evidence, finding }) => {
      const platform = readPlatform({ files });
      expect(said(ofRule(checkPlatform({ platform, evidence })))).toBe(finding);
    },
  );

  it.each(passing)('says nothing: $name', ({ files, evidence }) => {
    const platform = readPlatform({ files });
    expect(ofRule(checkPlatform({ platform, evidence }))).toEqual([]);
  });

  it.each(fixtures)('is mended by sync, once: $name', ({ files }) => {
    const left = unmendable(files).filter(
      // A lock waits for its charts, and is written after them
      ({ rule }) => rule !== 'lock-stale' || id === 'lock-stale',
    );
    const synced = syncPlatform({ files, now });
    const after = applied({ files, changes: synced.changes });
    expect(said(synced.findings)).toBe(said(left));
    expect(
      said(checkPlatform({ platform: readPlatform({ files: after }) })),
    ).toBe(said(left));
    expect(syncPlatform({ files: after, now: '2027-01-01T00:00:00Z' })).toEqual(
      { changes: [], findings: synced.findings },
    );
  });
});
