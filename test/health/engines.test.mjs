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

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { seededDraw } from '../support/draw.mjs';
import { fixtures } from './support/fixtures.mjs';
import { kinds } from './support/kinds/index.mjs';
import { spoil } from './support/spoil.mjs';
import { verdicts } from './support/verdicts.mjs';

const command = fileURLToPath(
  new URL('../../packages/cli/bin/chartroom', import.meta.url),
);
const engines = {
  argo: process.env.CHARTROOM_ARGO_HEALTH,
  kstatus: process.env.CHARTROOM_KSTATUS,
};
const objectsOfEachKind = 800;

const draw = seededDraw();
const drawn = kinds.flatMap(kind =>
  Array.from({ length: objectsOfEachKind }, () => ({
    kind,
    object: kind.draw(draw),
  })),
);
const spoilt = drawn
  .filter((_, index) => index % 4 === 0)
  .map(({ kind, object }) => ({
    kind,
    object: spoil(draw, { object, unread: kind.unread }),
  }));

/** What both say of each object. */
async function compared(dialect, subjects) {
  const objects = subjects.map(({ object }) => object);
  const [own, theirs] = await Promise.all([
    verdicts({
      program: process.execPath,
      args: [command, 'health', '--dialect', dialect],
      objects,
    }),
    verdicts({ program: engines[dialect], objects }),
  ]);
  assert.equal(own.length, objects.length);
  assert.equal(theirs.length, objects.length);
  return subjects.map((subject, index) => ({
    ...subject,
    own: own[index],
    theirs: theirs[index],
  }));
}

/** Those of which the two differ, few enough to read. */
function differences(subjects, differs) {
  return subjects
    .filter(differs)
    .slice(0, 5)
    .map(({ object, own, theirs }) => ({
      object: JSON.stringify(object),
      own,
      theirs,
    }));
}

for (const dialect of Object.keys(engines)) {
  const skip = !engines[dialect] && 'its engine is absent';
  describe(`chartroom health --dialect ${dialect}`, { skip }, async () => {
    const subjects = skip ? [] : await compared(dialect, drawn);

    it('says of at least 10,000 objects what its engine says', () => {
      assert.ok(subjects.length >= 10_000, `${subjects.length}`);
      assert.deepEqual(
        differences(
          subjects,
          ({ own, theirs }) => own.status !== theirs.status,
        ),
        [],
      );
    });

    it('says it with the same message, where that is none of an error', () => {
      assert.deepEqual(
        differences(
          subjects,
          ({ own, theirs }) =>
            theirs.status !== 'Unknown' && own.message !== theirs.message,
        ),
        [],
      );
    });

    it('says the same where a field has another type than Kubernetes gives it', async () => {
      assert.deepEqual(
        differences(
          await compared(dialect, spoilt),
          ({ own, theirs }) => own.status !== theirs.status,
        ),
        [],
      );
    });

    it('says of every fixture what its engine says', async () => {
      assert.deepEqual(
        differences(
          await compared(dialect, await fixtures()),
          ({ own, theirs }) => own.status !== theirs.status,
        ),
        [],
      );
    });

    for (const kind of kinds) {
      it(`has met every status of a ${kind.name}`, () => {
        const seen = new Set(
          subjects
            .filter(subject => subject.kind === kind)
            .map(({ theirs }) => theirs.status),
        );
        assert.deepEqual(
          [...seen].sort(),
          [...new Set(kind.statuses[dialect])].sort(),
        );
      });
    }
  });
}
