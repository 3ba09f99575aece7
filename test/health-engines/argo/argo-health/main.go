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

// Command argo-health reads Kubernetes objects, one JSON object a line, and prints what Argo CD says of each, one JSON
// object a line; its status is null where Argo CD has no rule.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/argoproj/argo-cd/gitops-engine/pkg/health"
	"github.com/argoproj/argo-cd/v3/util/lua"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
)

type verdict struct {
	Status  *string `json:"status"`
	Message string  `json:"message"`
}

func main() {
	if err := judge(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "argo-health:", err)
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

// ask goes the way of Argo CD's controller: rules in Lua come before those in Go, and an error is a status, Unknown. A
// verdict in Lua that cannot be read is an empty one; Argo CD 3.6 takes it for none.
func ask(object *unstructured.Unstructured) verdict {
	found, _ := health.GetResourceHealth(object, lua.ResourceHealthOverrides{})
	if found == nil || found.Status == "" {
		return verdict{}
	}
	status := string(found.Status)
	return verdict{Status: &status, Message: found.Message}
}
