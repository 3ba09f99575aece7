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

import useAsyncRetry from 'react-use/esm/useAsyncRetry';
import { Flex } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { chartroomApiRef } from '../../api';
import { AskingFailed } from '../../asking';
import { FieldFrame } from '../FieldFrame';
import { fieldText } from '../fieldText';
import { readServiceForm } from '../readServiceForm';
import { ChosenDependencies } from './ChosenDependencies';
import { ServiceSelect } from './ServiceSelect';

/**
 * Chooses what a new service depends on, from the platform's service matrix.
 *
 * @internal
 */
export function DependenciesField(
  props: FieldExtensionComponentProps<Array<{ name: string }>>,
) {
  const { formData, formContext, onChange, disabled, readonly } = props;
  const { platform, name } = readServiceForm(formContext?.formData);
  const chosen = formData ?? [];
  const api = useApi(chartroomApiRef);
  const details = useAsyncRetry(
    async () => (platform ? api.getPlatform({ platform }) : undefined),
    [api, platform],
  );
  const { label, description } = fieldText({
    props,
    label: 'Dependencies',
    description:
      'What the service calls. Its environment variables, network policies and catalog relations follow from this list.',
  });

  if (details.error) {
    return (
      <AskingFailed
        title={`The services of ${platform} could not be read`}
        error={details.error}
        onRetry={details.retry}
      />
    );
  }

  const services = details.value?.services.filter(
    service => service.name !== name,
  );
  // What is kept of a chosen dependency is kept whole: a template may have
  // given it more than a name.
  const choose = (names: string[]) =>
    onChange(
      names.map(
        chosenName =>
          chosen.find(dependency => dependency.name === chosenName) ?? {
            name: chosenName,
          },
      ),
    );

  return (
    <FieldFrame>
      <Flex direction="column" gap="2">
        <ServiceSelect
          label={label}
          description={description}
          platform={platform}
          services={services}
          isDisabled={disabled || readonly}
          chosen={chosen.map(dependency => dependency.name)}
          onChange={choose}
        />
        <ChosenDependencies
          platform={platform}
          services={services}
          chosen={chosen.map(dependency => dependency.name)}
          onChange={choose}
        />
      </Flex>
    </FieldFrame>
  );
}
