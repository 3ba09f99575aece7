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

import { mockServices } from '@backstage/backend-test-utils';
import {
  shopFiles,
  shopReleased,
  writtenPlatforms,
} from '../__testUtils__/writtenPlatforms';
import { WantedState } from './WantedState';

type Written = Parameters<typeof writtenPlatforms>[0];

function open(written: Written) {
  const logger = mockServices.logger.mock();
  const platforms = writtenPlatforms(written);
  return {
    logger,
    platforms,
    state: WantedState.create({ platforms, logger }),
  };
}

const versions = (state: WantedState) =>
  state
    .get({ platform: 'shop' })
    .last?.wanted.filter(({ service }) => service === 'cart')
    .map(
      ({ environment, version, unpromoted, message }) =>
        `${environment} ${version} ${unpromoted} ${message}`,
    );

describe('WantedState', () => {
  it('reads each environment at its ref', async () => {
    const { state } = open({ shop: shopFiles, 'shop@v1': shopReleased });
    await state.started();
    expect(versions(state)).toEqual([
      'dev 1.3.0 undefined undefined',
      'prod 1.2.0 1.3.0 undefined',
    ]);
    expect(state.get({ platform: 'shop' })).toMatchObject({
      generation: 1,
      readAt: expect.stringMatching(/Z$/),
      last: { system: 'shop' },
    });
  });

  it('is the same as long as no commit has moved, of the default branch or of a ref', async () => {
    const written: Written = { shop: shopFiles, 'shop@v1': shopReleased };
    const { state } = open(written);
    await state.refresh();
    const { last } = state.get({ platform: 'shop' });
    await state.refresh();
    expect(state.get({ platform: 'shop' })).toMatchObject({ generation: 1 });
    expect(state.get({ platform: 'shop' }).last).toBe(last);
    written['shop@v1'] = shopFiles;
    await state.refresh({ platform: 'shop' });
    expect(state.get({ platform: 'shop' }).generation).toBe(2);
    expect(versions(state)?.[1]).toBe('prod 1.3.0 undefined undefined');
  });

  it('keeps what it knew of a platform that cannot be read, with its age, and says why, once in the log', async () => {
    const written: Written = {
      shop: shopFiles,
      'shop@v1': shopReleased,
      other: new Error('other is gone'),
    };
    const { state, logger } = open(written);
    await state.started();
    const { readAt } = state.get({ platform: 'shop' });
    written.shop = new Error('The git host does not answer');
    await state.refresh();
    await state.refresh();
    expect(state.get({ platform: 'shop' })).toMatchObject({
      readAt,
      generation: 1,
      message: 'The git host does not answer',
    });
    expect(versions(state)).toHaveLength(2);
    expect(logger.warn.mock.calls.flat()).toEqual([
      expect.stringContaining('other is gone'),
      'Keeping what git wanted of platform shop when it was last read: The git host does not answer',
    ]);
    written.shop = shopFiles;
    await state.refresh();
    expect(state.get({ platform: 'shop' }).message).toBeUndefined();
  });

  it('says in the deployments of an environment that its ref could not be read', async () => {
    const { state } = open({ shop: shopFiles });
    await state.refresh();
    expect(versions(state)).toEqual([
      'dev 1.3.0 undefined undefined',
      'prod undefined undefined There is no shop@v1',
    ]);
  });

  it('says where a matrix is wrong', async () => {
    const { state } = open({
      shop: { 'service-matrix.yaml': 'services: 3\n' },
    });
    await state.refresh();
    expect(state.get({ platform: 'shop' }).message).toMatch(
      /^service-matrix.yaml:1: /,
    );
  });

  it('reads once for all who ask while it reads, and once more for what they may have missed', async () => {
    const { state, platforms } = open({
      shop: shopFiles,
      'shop@v1': shopReleased,
    });
    await Promise.all(Array.from({ length: 10 }, () => state.refresh()));
    expect(platforms.reads.filter(it => it === 'shop')).toHaveLength(2);
  });

  it('knows no platform that is not configured', async () => {
    const { state } = open({ shop: shopFiles });
    expect(() => state.get({ platform: 'nowhere' })).toThrow(
      'There is no platform nowhere',
    );
    await expect(state.refresh({ platform: 'nowhere' })).rejects.toThrow(
      'There is no platform nowhere',
    );
  });
});
