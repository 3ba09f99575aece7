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

import { readServiceForm } from './readServiceForm';

describe('readServiceForm', () => {
  it('reads a form that is filled in', () => {
    const values = {
      platform: 'robot-shop',
      name: 'recommendations',
      description: 'What you may like',
      owner: 'group:default/shop',
      language: 'node',
      port: 8080,
      exposed: true,
      dependencies: [{ name: 'redis', database: '1' }],
    };
    expect(readServiceForm(values)).toEqual(values);
  });

  it.each([
    ['nothing', undefined],
    ['an empty form', {}],
    ['empty texts', { platform: '', name: '' }],
    ['values of other types', { name: 7, port: '80', exposed: 'yes' }],
    ['dependencies that are no list', { dependencies: 'redis' }],
    ['dependencies without a name', { dependencies: [null, {}, 'redis'] }],
  ])('reads %s as not filled in', (_, formData) => {
    expect(readServiceForm(formData)).toEqual({
      exposed: false,
      dependencies: [],
    });
  });
});
