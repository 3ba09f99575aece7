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

// Command pod-security judges every pod and pod template on standard input by a Pod Security standard, with the
// evaluator that Kubernetes itself admits pods by. It prints one JSON object a line.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	"k8s.io/pod-security-admission/admission"
	"k8s.io/pod-security-admission/api"
	"k8s.io/pod-security-admission/policy"

	"github.com/chartroom/chartroom/test/judges/manifests"
)

type verdict struct {
	Kind    string   `json:"kind"`
	Name    string   `json:"name"`
	Allowed bool     `json:"allowed"`
	Reasons []string `json:"reasons"`
}

func main() {
	if err := judge(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "pod-security:", err)
		os.Exit(2)
	}
}

func judge(arguments []string) error {
	if len(arguments) != 2 {
		return fmt.Errorf("usage: pod-security LEVEL VERSION < manifests, such as restricted v1.36")
	}
	level, err := api.ParseLevel(arguments[0])
	if err != nil {
		return err
	}
	version, err := api.ParseVersion(arguments[1])
	if err != nil {
		return err
	}
	evaluator, err := policy.NewEvaluator(policy.DefaultChecks(), nil)
	if err != nil {
		return err
	}
	objects, err := manifests.Read(os.Stdin)
	if err != nil {
		return err
	}
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for _, object := range objects {
		kind := object.GroupVersionKind()
		if !scheme.Scheme.Recognizes(kind) {
			continue
		}
		typed, err := scheme.Scheme.New(kind)
		if err != nil {
			return err
		}
		if err := runtime.DefaultUnstructuredConverter.FromUnstructured(object.Object, typed); err != nil {
			return fmt.Errorf("%s %s: %w", object.GetKind(), object.GetName(), err)
		}
		metadata, spec, err := admission.DefaultPodSpecExtractor{}.ExtractPodSpec(typed)
		if err != nil || spec == nil {
			continue // Its kind has no pods, or this one has none
		}
		found := verdict{Kind: object.GetKind(), Name: object.GetName(), Allowed: true, Reasons: []string{}}
		for _, result := range evaluator.EvaluatePod(api.LevelVersion{Level: level, Version: version}, metadata, spec) {
			if !result.Allowed {
				found.Allowed = false
				found.Reasons = append(found.Reasons, fmt.Sprintf("%s: %s", result.ForbiddenReason, result.ForbiddenDetail))
			}
		}
		if err := output.Encode(found); err != nil {
			return err
		}
	}
	return nil
}
