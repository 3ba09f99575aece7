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

import { RiFileAddLine, RiFileEditLine } from '@remixicon/react';
import type { PlannedFile } from '../../api';
import { Diff } from './Diff';
import styles from './PlannedFileRow.module.css';

/**
 * One file of a plan; opens to show its content or what changes in it.
 *
 * @internal
 */
export function PlannedFileRow(props: { file: PlannedFile }) {
  const { path, kind, diff } = props.file;
  const title = (
    <>
      {kind === 'create' ? (
        <RiFileAddLine size={16} aria-hidden />
      ) : (
        <RiFileEditLine size={16} aria-hidden />
      )}
      <span className={styles.path}>{path}</span>
      <span className={styles.kind}>
        {kind === 'create' ? 'new' : 'changed'}
      </span>
    </>
  );
  if (!diff) {
    return <div className={styles.row}>{title}</div>;
  }
  return (
    <details>
      <summary className={styles.row}>{title}</summary>
      <Diff text={diff} label={`Changes to ${path}`} />
    </details>
  );
}
