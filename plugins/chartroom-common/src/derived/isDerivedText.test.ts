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

import { isDerivedText } from './isDerivedText';

describe('isDerivedText', () => {
  it.each([
    '# Written by Chartroom from service-matrix.yaml; do not edit.\nkind: Application\n',
    '\ufeff# Written by Chartroom from service-matrix.yaml\r\n',
    '{ "description": "Written by Chartroom from service-matrix.yaml; …",\n  "extends": []\n}\n',
  ])('knows the first line of what Chartroom writes: %j', text => {
    expect(isDerivedText({ text })).toBe(true);
  });

  it.each([
    '',
    'kind: Application\n# Written by Chartroom from service-matrix.yaml\n',
    '# Not Written by Chartroom from service-matrix.yaml\n',
    '{\n  "description": "Written by Chartroom by hand"\n}\n',
  ])('takes all else for what people wrote: %j', text => {
    expect(isDerivedText({ text })).toBe(false);
  });
});
