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

import { RiBox3Line, RiDatabase2Line } from '@remixicon/react';
import type { PlatformService } from '../../api';

/**
 * Tells services from backing services at a glance; always beside words.
 *
 * @internal
 */
export function ServiceIcon(props: { kind: PlatformService['kind'] }) {
  const Icon = props.kind === 'service' ? RiBox3Line : RiDatabase2Line;
  return <Icon size={16} aria-hidden />;
}
