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

import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { AskingFailed } from '../../asking';
import type { LatestAnswer } from '../../asking';
import type { PlanPreview } from '../../api';
import { FieldFrame } from '../FieldFrame';
import { fieldText } from '../fieldText';
import { readServiceForm } from '../readServiceForm';
import { PlanDetails } from './PlanDetails';
import { usePlan } from './usePlan';
import styles from './PlanPreviewField.module.css';

/**
 * Shows what "Create" would do with the form as it stands. It has no value.
 *
 * @internal
 */
export function PlanPreviewField(props: FieldExtensionComponentProps<string>) {
  const form = readServiceForm(props.formContext?.formData);
  const { plan, missing } = usePlan(form);
  const { label, description } = fieldText({
    props,
    label: 'Preview',
    description:
      'What will be made and changed. Nothing is touched before you press Create.',
  });
  const isReady = missing.length === 0;

  return (
    <FieldFrame>
      <Accordion defaultExpanded>
        <AccordionTrigger title={label} subtitle={summary({ plan, missing })} />
        <AccordionPanel>
          <div
            className={styles.content}
            aria-busy={plan.isPending}
            data-stale={plan.isPending || undefined}
          >
            <p className={styles.description}>{description}</p>
            {isReady && plan.error !== undefined && (
              <AskingFailed
                title="The preview could not be made"
                error={plan.error}
                onRetry={plan.retry}
              />
            )}
            {isReady && plan.error === undefined && plan.answer && (
              <PlanDetails
                plan={plan.answer}
                serviceName={form.name ?? ''}
                platform={form.platform ?? ''}
              />
            )}
          </div>
        </AccordionPanel>
      </Accordion>
    </FieldFrame>
  );
}

function summary(options: {
  plan: LatestAnswer<PlanPreview>;
  missing: readonly string[];
}): string {
  const { plan, missing } = options;
  if (missing.length > 0) {
    return `Needs ${new Intl.ListFormat('en-GB').format(missing)} first.`;
  }
  if (plan.isPending) {
    return plan.answer ? 'Updating…' : 'Working it out…';
  }
  if (!plan.answer || plan.error !== undefined) {
    return 'Not available';
  }
  const { files, findings } = plan.answer;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.filter(
    ({ severity }) => severity === 'warning',
  ).length;
  return [
    counted(files.length, 'file'),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(warnings > 0 ? [counted(warnings, 'warning')] : []),
  ].join(', ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
