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

import { useEffect } from 'react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Alert, Select } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { chartroomApiRef } from '../../api';
import { AskingFailed } from '../../asking';
import { FieldFrame } from '../FieldFrame';
import { fieldText } from '../fieldText';

/**
 * Chooses the platform that a service is created in; where there is only one,
 * it is chosen from the start.
 *
 * @internal
 */
export function PlatformField(props: FieldExtensionComponentProps<string>) {
  const { formData, onChange, required, disabled, readonly } = props;
  const api = useApi(chartroomApiRef);
  const platforms = useAsyncRetry(() => api.listPlatforms(), [api]);
  const { label, description } = fieldText({
    props,
    label: 'Platform',
    description: 'The system that the service becomes a part of.',
  });

  const onlyOne =
    platforms.value?.length === 1 ? platforms.value[0].name : undefined;
  useEffect(() => {
    if (onlyOne && !formData) {
      onChange(onlyOne);
    }
  }, [onlyOne, formData, onChange]);

  if (platforms.error) {
    return (
      <AskingFailed
        title="The platforms could not be read"
        error={platforms.error}
        onRetry={platforms.retry}
      />
    );
  }
  if (platforms.value?.length === 0) {
    return (
      <Alert
        status="info"
        icon
        title="No platform is configured"
        description="Whoever runs this portal lists platform repositories under chartroom.platforms in app-config.yaml. A platform that you may not see is not shown here."
      />
    );
  }
  return (
    <FieldFrame>
      <Select
        label={label}
        description={description}
        isRequired={required}
        isDisabled={disabled || readonly || platforms.loading}
        placeholder={platforms.loading ? 'Loading…' : 'Choose a platform'}
        options={(platforms.value ?? []).map(platform => ({
          id: platform.name,
          label: platform.name,
          description: platform.url,
        }))}
        value={formData ?? null}
        onChange={key => onChange(key === null ? undefined : String(key))}
      />
    </FieldFrame>
  );
}
