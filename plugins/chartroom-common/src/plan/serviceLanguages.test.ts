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
import { languages } from '../wiring';
import { serviceLanguages } from './serviceLanguages';

describe('serviceLanguages', () => {
  const files = readDirectory({ directory: 'templates/create-service' });

  it('are those that the template has a skeleton for, and offers', () => {
    const skeletons = [...files.keys()].flatMap(
      path => /^skeleton\/([^/]+)\//.exec(path)?.[1] ?? [],
    );
    expect([...new Set(skeletons)].sort()).toEqual(
      [...serviceLanguages].sort(),
    );
    const [page] = parse(files.get('template.yaml')!).spec.parameters;
    expect(page.properties.language.enum).toEqual(serviceLanguages);
  });

  it('have customary environment names', () => {
    expect(languages.map(({ language }) => language)).toEqual(
      expect.arrayContaining([...serviceLanguages]),
    );
  });
});
