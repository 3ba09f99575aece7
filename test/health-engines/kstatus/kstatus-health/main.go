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

// Command kstatus-health reads Kubernetes objects, one JSON object a line, and prints what kstatus says of each, one
// JSON object a line.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/cli-utils/pkg/kstatus/status"
)

type verdict struct {
	Status  string `json:"status"`
	Message string `json:"message"`
}

func main() {
	if err := judge(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "kstatus-health:", err)
		os.Exit(2)
	}
}

func judge(input io.Reader, output io.Writer) error {
	lines := bufio.NewReader(input)
	written := bufio.NewWriter(output)
	encoder := json.NewEncoder(written)
	encoder.SetEscapeHTML(false)
	for number := 1; ; number++ {
		line, err := lines.ReadBytes('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if len(bytes.TrimSpace(line)) > 0 {
			// As a client of Kubernetes reads an object: whole numbers are int64, all others float64
			object := &unstructured.Unstructured{}
			if err := object.UnmarshalJSON(line); err != nil {
				return fmt.Errorf("line %d: %w", number, err)
			}
			if err := encoder.Encode(ask(object)); err != nil {
				return err
			}
		}
		if err != nil {
			return written.Flush()
		}
	}
}

// ask says Unknown where kstatus gives an error, as its readers of a cluster do, and where it panics.
func ask(object *unstructured.Unstructured) (found verdict) {
	defer func() {
		if reason := recover(); reason != nil {
			found = verdict{Status: status.UnknownStatus.String(), Message: fmt.Sprint(reason)}
		}
	}()
	result, err := status.Compute(object)
	if err != nil {
		return verdict{Status: status.UnknownStatus.String(), Message: err.Error()}
	}
	return verdict{Status: result.Status.String(), Message: result.Message}
}
