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

// Command crd-schemas writes a strict JSON schema for every version that the custom resource definitions in some
// folders serve, as OUTPUT/GROUP/KIND_VERSION.json, which is where kubeconform looks for them.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"sigs.k8s.io/yaml"
)

type definition struct {
	Kind string `json:"kind"`
	Spec struct {
		Group    string                `json:"group"`
		Names    struct{ Kind string } `json:"names"`
		Versions []struct {
			Name   string `json:"name"`
			Served bool   `json:"served"`
			Schema struct {
				OpenAPIV3Schema map[string]any `json:"openAPIV3Schema"`
			} `json:"schema"`
		} `json:"versions"`
	} `json:"spec"`
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "usage: crd-schemas OUTPUT FOLDER...")
		os.Exit(2)
	}
	for _, folder := range os.Args[2:] {
		if err := convertFolder(os.Args[1], folder); err != nil {
			fmt.Fprintln(os.Stderr, "crd-schemas:", err)
			os.Exit(1)
		}
	}
}

func convertFolder(output, folder string) error {
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return err
	}
	found := 0
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var crd definition
		if err := yaml.Unmarshal(text, &crd); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if crd.Kind != "CustomResourceDefinition" {
			continue
		}
		if err := write(output, crd); err != nil {
			return err
		}
		found++
	}
	if found == 0 {
		return fmt.Errorf("%s holds no custom resource definition", folder)
	}
	return nil
}

func write(output string, crd definition) error {
	directory := filepath.Join(output, crd.Spec.Group)
	if err := os.MkdirAll(directory, 0o755); err != nil {
		return err
	}
	for _, version := range crd.Spec.Versions {
		if !version.Served || version.Schema.OpenAPIV3Schema == nil {
			continue
		}
		text, err := json.Marshal(strict(version.Schema.OpenAPIV3Schema))
		if err != nil {
			return err
		}
		name := strings.ToLower(crd.Spec.Names.Kind) + "_" + version.Name + ".json"
		if err := os.WriteFile(filepath.Join(directory, name), text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// strict is a structural schema as an API server that refuses unknown fields reads it. Below `allOf`, `anyOf`, `oneOf`
// and `not` a structural schema only restricts values, so what they hold stays as it is.
func strict(schema map[string]any) map[string]any {
	result := map[string]any{}
	for key, value := range schema {
		if key != "description" && !strings.HasPrefix(key, "x-kubernetes-") {
			result[key] = value
		}
	}
	for _, key := range []string{"items", "additionalProperties"} {
		if inner, isMap := schema[key].(map[string]any); isMap {
			result[key] = strict(inner)
		}
	}
	if properties, isMap := schema["properties"].(map[string]any); isMap {
		inner := map[string]any{}
		for name, property := range properties {
			inner[name] = strict(property.(map[string]any))
		}
		if schema["x-kubernetes-embedded-resource"] == true {
			for name, kind := range map[string]string{"apiVersion": "string", "kind": "string", "metadata": "object"} {
				if inner[name] == nil {
					inner[name] = map[string]any{"type": kind}
				}
			}
		}
		result["properties"] = inner
		if schema["additionalProperties"] == nil && schema["x-kubernetes-preserve-unknown-fields"] != true {
			result["additionalProperties"] = false
		}
	}
	if schema["x-kubernetes-int-or-string"] == true {
		result["type"] = []any{"integer", "string"}
	}
	if kind, isText := result["type"].(string); isText && schema["nullable"] == true {
		result["type"] = []any{kind, "null"}
	}
	return result
}
