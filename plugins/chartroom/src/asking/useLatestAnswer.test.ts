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

import { act, renderHook } from '@testing-library/react';
import { useLatestAnswer } from './useLatestAnswer';

const delayMilliseconds = 300;

function setUp() {
  const answers = new Map<
    string,
    { resolve: (answer: string) => void; reject: (error: Error) => void }
  >();
  const asked: string[] = [];
  const hook = renderHook(
    (question: string | undefined) =>
      useLatestAnswer({
        question,
        delayMilliseconds,
        ask: () => {
          asked.push(question!);
          return new Promise<string>((resolve, reject) =>
            answers.set(question!, { resolve, reject }),
          );
        },
      }),
    { initialProps: undefined as string | undefined },
  );
  const passTime = () => act(async () => jest.advanceTimersByTime(300));
  return { ...hook, answers, asked, passTime };
}

describe('useLatestAnswer', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  it('asks nothing without a question', async () => {
    const { result, asked, passTime } = setUp();
    await passTime();
    expect(asked).toEqual([]);
    expect(result.current).toMatchObject({ isPending: false });
  });

  it('asks once typing pauses, and only the last question', async () => {
    const { result, rerender, asked, answers, passTime } = setUp();
    rerender('c');
    rerender('ca');
    rerender('cart');
    expect(result.current.isPending).toBe(true);
    await passTime();
    expect(asked).toEqual(['cart']);
    await act(async () => answers.get('cart')!.resolve('yes'));
    expect(result.current).toMatchObject({ isPending: false, answer: 'yes' });
  });

  it('ignores a slow answer to an older question', async () => {
    const { result, rerender, answers, passTime } = setUp();
    rerender('old');
    await passTime();
    rerender('new');
    await passTime();
    await act(async () => answers.get('new')!.resolve('new answer'));
    await act(async () => answers.get('old')!.resolve('old answer'));
    expect(result.current).toMatchObject({
      isPending: false,
      answer: 'new answer',
    });
  });

  it('ignores a slow failure of an older question', async () => {
    const { result, rerender, answers, passTime } = setUp();
    rerender('old');
    await passTime();
    rerender('new');
    await passTime();
    await act(async () => answers.get('new')!.resolve('new answer'));
    await act(async () => answers.get('old')!.reject(new Error('gone')));
    expect(result.current.error).toBeUndefined();
  });

  it('keeps the last answer while the next question is open', async () => {
    const { result, rerender, answers, passTime } = setUp();
    rerender('one');
    await passTime();
    await act(async () => answers.get('one')!.resolve('first'));
    rerender('two');
    expect(result.current).toMatchObject({ isPending: true, answer: 'first' });
  });

  it('says what failed and asks again on request', async () => {
    const { result, rerender, answers, asked, passTime } = setUp();
    rerender('cart');
    await passTime();
    await act(async () => answers.get('cart')!.reject(new Error('no host')));
    expect(result.current).toMatchObject({ isPending: false });
    expect(result.current.error).toEqual(new Error('no host'));

    act(() => result.current.retry());
    expect(result.current).toMatchObject({ isPending: true, error: undefined });
    await passTime();
    expect(asked).toEqual(['cart', 'cart']);
    await act(async () => answers.get('cart')!.resolve('yes'));
    expect(result.current).toMatchObject({ isPending: false, answer: 'yes' });
  });
});
