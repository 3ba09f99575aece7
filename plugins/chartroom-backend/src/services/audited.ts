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

import type { AuditorService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Request } from 'express';

/**
 * Does something that is written to the audit log, with how it ended.
 *
 * @internal
 */
export async function audited<T>(options: {
  auditor: AuditorService;
  request: Request;
  eventId: string;
  meta: Record<string, string>;
  /** By default medium. */
  severityLevel?: 'low' | 'medium' | 'high';
  run: () => Promise<T>;
}): Promise<T> {
  const { auditor, request, eventId, meta, severityLevel } = options;
  const event = await auditor.createEvent({
    eventId,
    request,
    severityLevel: severityLevel ?? 'medium',
    meta,
  });
  try {
    const result = await options.run();
    await event.success();
    return result;
  } catch (error) {
    await event.fail({ error: toError(error) });
    throw error;
  }
}
