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

import { createServiceOperation } from '../__testUtils__/createServiceFacts';
import { operationDigest } from './operationDigest';
import { parseOperation } from './parseOperation';

describe('parseOperation', () => {
  const valid = createServiceOperation();

  it('takes an operation as it is', () => {
    expect(parseOperation(JSON.parse(JSON.stringify(valid)))).toEqual(valid);
  });

  it.each<[unknown, string]>([
    [undefined, 'The operation is not valid: the operation is missing.'],
    [
      { ...valid, kind: 'remove' },
      'The operation is not valid: kind must be create-service, and is "remove".',
    ],
    [
      { ...valid, id: 'x' },
      'The operation is not valid: id must be 8 to 64 lower-case letters, digits and hyphens, and is "x".',
    ],
    [
      { ...valid, service: { ...valid.service, port: '80a' } },
      'The operation is not valid: service.port must be a number, and is "80a".',
    ],
    [
      { ...valid, service: { ...valid.service, name: undefined } },
      'The operation is not valid: service.name is missing.',
    ],
    [
      { ...valid, service: { ...valid.service, dependancies: [] } },
      'The operation is not valid: service has a key "dependancies" that nothing reads (did you mean dependencies?).',
    ],
    [
      {
        ...valid,
        service: { ...valid.service, description: 'x'.repeat(1_000_000) },
      },
      `The operation is not valid: service.description must be at most 10000 characters long, and is "${'x'.repeat(
        60,
      )}…".`,
    ],
    [
      {
        ...valid,
        service: {
          ...valid.service,
          dependencies: [{ name: 'redis', secret: '../x' }],
        },
      },
      'The operation is not valid: service.dependencies.0.secret must be the name of a Kubernetes object, and is "../x".',
    ],
    [
      {
        ...valid,
        service: {
          ...valid.service,
          dependencies: [{ name: 'redis', env: { 'a\nb': '' } }],
        },
      },
      'The operation is not valid: service.dependencies.0.env.a\\nb: the key must be one line without control characters.',
    ],
    [
      {
        ...valid,
        service: {
          ...valid.service,
          dependencies: Array.from({ length: 201 }, () => ({ name: 'a' })),
        },
      },
      'The operation is not valid: service.dependencies must be at most 200 long, and is a list.',
    ],
  ])('refuses what it cannot be, in words', (value, message) => {
    expect(() => parseOperation(value)).toThrow(
      expect.objectContaining({ name: 'InputError', message }),
    );
  });

  it('does not let a request change what all objects have', () => {
    const value = JSON.parse(
      JSON.stringify(valid).replace('"name"', '"__proto__":{"port":1},"name"'),
    );
    expect(() => parseOperation(value)).toThrow('"__proto__"');
  });
});

describe('operationDigest', () => {
  const operation = createServiceOperation();

  it('is the same for the same request in another order, with another id', () => {
    const { name, ...rest } = operation.service;
    const other = {
      ...operation,
      id: 'operation-2',
      service: { ...rest, name },
    };
    expect(operationDigest({ operation: other })).toBe(
      operationDigest({ operation }),
    );
    expect(operationDigest({ operation })).toMatch(/^sha256:[0-9a-f]{64}$/);
  });

  it('differs for another request', () => {
    const other = createServiceOperation({ port: 8001 });
    expect(operationDigest({ operation: other })).not.toBe(
      operationDigest({ operation }),
    );
  });
});
