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

import { parse } from 'yaml';
import { readDirectory } from '../__testUtils__/readDirectory';
import { lockDigest } from './lockDigest';
import { sha256 } from './sha256';

const fixtures = 'plugins/chartroom-common/src/charts/__fixtures__';

describe('lockDigest', () => {
  // Made with `helm dependency update` of Helm 4.2.4; Helm 3.21.4 gives the same
  it.each([
    ['exact versions', `${fixtures}/lock-plain`],
    ['ranges, which JSON of Go escapes', `${fixtures}/lock-ranges`],
    ['every field', `${fixtures}/lock-full`],
    ['Robot Shop', 'examples/robot-shop/helm/robot-shop'],
  ])('computes what Helm writes for %s', (_, directory) => {
    const files = readDirectory({ directory });
    const { dependencies } = parse(files.get('Chart.yaml')!);
    const lock = parse(files.get('Chart.lock')!);
    expect(lockDigest({ dependencies, locked: lock.dependencies })).toBe(
      lock.digest,
    );
  });
});

describe('sha256', () => {
  it('hashes text in UTF-8', () => {
    expect(sha256('é')).toBe(
      '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
    );
  });
});
