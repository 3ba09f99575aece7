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

import { useId } from 'react';
import { TextField } from '@backstage/ui';
import {
  RiCheckboxCircleLine,
  RiErrorWarningLine,
  RiLoader4Line,
} from '@remixicon/react';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { FieldFrame } from '../FieldFrame';
import { fieldText } from '../fieldText';
import { readServiceForm } from '../readServiceForm';
import { useNameStatus } from './useNameStatus';
import type { NameStatus } from './useNameStatus';
import styles from './ServiceNameField.module.css';

/**
 * Asks for the name of a new service and says while typing whether it can be
 * had.
 *
 * @internal
 */
export function ServiceNameField(props: FieldExtensionComponentProps<string>) {
  const { formData, formContext, onChange, required, disabled, readonly } =
    props;
  const { platform, owner } = readServiceForm(formContext?.formData);
  const status = useNameStatus({ platform, name: formData, owner });
  const statusId = useId();
  const { label, description } = fieldText({
    props,
    label: 'Name',
    description:
      'Also the name of its repository, its chart and its Kubernetes objects. Lower-case letters, digits and hyphens.',
  });

  // The template's error list speaks when the form is sent; native validation
  // would put the browser's words in front of ours.
  return (
    <FieldFrame>
      <TextField
        label={label}
        description={description}
        isRequired={required}
        isDisabled={disabled}
        isReadOnly={readonly}
        validationBehavior="aria"
        isInvalid={status.state === 'refused'}
        aria-describedby={statusId}
        autoComplete="off"
        spellCheck="false"
        value={formData ?? ''}
        onChange={value => onChange(value === '' ? undefined : value)}
      />
      <div
        id={statusId}
        role="status"
        aria-live="polite"
        className={styles.status}
        data-state={status.state}
      >
        <StatusIcon state={status.state} />
        <span>{status.message}</span>
      </div>
    </FieldFrame>
  );
}

function StatusIcon(props: { state: NameStatus['state'] }) {
  switch (props.state) {
    case 'checking':
      return (
        <RiLoader4Line size={16} aria-hidden className={styles.spinning} />
      );
    case 'available':
      return <RiCheckboxCircleLine size={16} aria-hidden />;
    case 'refused':
      return <RiErrorWarningLine size={16} aria-hidden />;
    default:
      return null;
  }
}
