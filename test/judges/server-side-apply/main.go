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

// Command server-side-apply judges every object on standard input by client-go's type converter, as an API server
// does before it applies: it finds repeated keys of lists and unknown fields. It prints one JSON object a line for each
// object that is refused, and for each whose kind it does not know.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/client-go/applyconfigurations"
	"k8s.io/client-go/kubernetes/scheme"

	"github.com/chartroom/chartroom/test/judges/manifests"
)

type verdict struct {
	Kind    string `json:"kind"`
	Name    string `json:"name"`
	Known   bool   `json:"known"`
	Refusal string `json:"refusal,omitempty"`
}

func main() {
	if err := judge(); err != nil {
		fmt.Fprintln(os.Stderr, "server-side-apply:", err)
		os.Exit(2)
	}
}

func judge() error {
	objects, err := manifests.Read(os.Stdin)
	if err != nil {
		return err
	}
	converter := applyconfigurations.NewTypeConverter(scheme.Scheme)
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for _, object := range objects {
		kind := object.GroupVersionKind()
		found := verdict{Kind: object.GetKind(), Name: object.GetName(), Known: scheme.Scheme.Recognizes(kind)}
		if found.Known {
			_, err := converter.ObjectToTyped(object)
			if err == nil {
				continue
			}
			found.Refusal = err.Error()
		}
		if err := output.Encode(found); err != nil {
			return err
		}
	}
	return nil
}
