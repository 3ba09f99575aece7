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

import { parseAllDocuments } from 'yaml';
import { readDirectory } from '../../__testUtils__/readDirectory';
import { platformEntities } from '../../catalog';
import { readPlatform } from '../../platform';
import { catalogFile } from './catalogFile';

describe('catalogFile', () => {
  it('holds the entities that the provider gives, one document each', () => {
    const platform = readPlatform({
      files: readDirectory({ directory: 'examples/robot-shop' }),
    });
    const [file] = catalogFile({ platform });
    const content = file.kind === 'file' ? file.content : '';
    const documents = parseAllDocuments(content).map(it => it.toJS());
    expect(file.path).toBe('catalog-info.yaml');
    expect(documents).toEqual(
      platformEntities({
        matrix: platform.matrix!,
        profiles: platform.profiles,
        place: { namespace: 'default' },
      }),
    );
    expect(documents.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['System', 'Component', 'Resource']),
    );
  });
});
