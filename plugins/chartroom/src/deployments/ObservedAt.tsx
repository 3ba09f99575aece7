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

import { useState } from 'react';
import useInterval from 'react-use/esm/useInterval';
import { relativeTime } from './relativeTime';

const everyMilliseconds = 30_000;

/**
 * When something was observed, relative to now, with the exact time on hover.
 *
 * @internal
 */
export function ObservedAt(props: { at: string }) {
  const [now, setNow] = useState(() => new Date());
  useInterval(() => setNow(new Date()), everyMilliseconds);
  const moment = new Date(props.at);
  if (Number.isNaN(moment.getTime())) {
    return <>unknown</>;
  }
  return (
    <time
      dateTime={moment.toISOString()}
      title={moment.toLocaleString('en-GB', {
        dateStyle: 'medium',
        timeStyle: 'long',
      })}
    >
      {relativeTime({ moment, now })}
    </time>
  );
}
