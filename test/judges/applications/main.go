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

// Command applications makes of every ApplicationSet on standard input the Applications that Argo CD would make of it, and
// prints each as one JSON object a line. REPOSITORY is the address of the git repository that lies in FOLDER, which stands for all
// of its revisions.
//
// It expands the generators `list` and `git` with files, and fills Go templates in by the libraries that Argo CD uses and in its way:
// each text on its own (applicationset/utils and applicationset/generators of Argo CD 3.2). Argo CD's few functions beside sprig's are
// not there. What it does not know it refuses.
package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"path/filepath"
	"sort"
	"strings"
	"text/template"

	"github.com/Masterminds/sprig/v3"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/yaml"

	"github.com/chartroom/chartroom/test/judges/manifests"
)

type repository struct{ address, folder string }

type fields = map[string]any

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: applications REPOSITORY FOLDER")
		os.Exit(2)
	}
	if err := expandAll(repository{os.Args[1], os.Args[2]}); err != nil {
		fmt.Fprintln(os.Stderr, "applications:", err)
		os.Exit(2)
	}
}

func expandAll(from repository) error {
	objects, err := manifests.Read(os.Stdin)
	if err != nil {
		return err
	}
	output := json.NewEncoder(os.Stdout)
	output.SetEscapeHTML(false)
	for _, object := range objects {
		if object.GetKind() != "ApplicationSet" {
			continue
		}
		applications, err := expand(object, from)
		if err != nil {
			return fmt.Errorf("%s: %w", object.GetName(), err)
		}
		for _, application := range applications {
			if err := output.Encode(application); err != nil {
				return err
			}
		}
	}
	return nil
}

func expand(set *unstructured.Unstructured, from repository) ([]any, error) {
	spec, _ := set.Object["spec"].(fields)
	if spec["goTemplate"] != true || spec["templatePatch"] != nil {
		return nil, errors.New("only Go templates without a patch are known")
	}
	options, _, err := unstructured.NestedStringSlice(spec, "goTemplateOptions")
	if err != nil {
		return nil, err
	}
	generators, _, err := unstructured.NestedSlice(spec, "generators")
	if err != nil {
		return nil, err
	}
	var applications []any
	for index, generator := range generators {
		all, err := parameters(generator.(fields), options, from)
		if err != nil {
			return nil, fmt.Errorf("generator %d: %w", index, err)
		}
		for _, one := range all {
			application, err := fill(spec["template"], one, options)
			if err != nil {
				return nil, err
			}
			made := &unstructured.Unstructured{Object: application.(fields)}
			made.SetAPIVersion(set.GetAPIVersion())
			made.SetKind("Application")
			made.SetNamespace(set.GetNamespace())
			applications = append(applications, made.Object)
		}
	}
	return applications, nil
}

// parameters are those of each Application that a generator makes.
func parameters(generator fields, options []string, from repository) ([]fields, error) {
	if len(generator) == 1 {
		if list, isList := generator["list"].(fields); isList && list["elements"] != nil {
			return elements(list)
		}
		if git, isGit := generator["git"].(fields); isGit && git["files"] != nil {
			return gitFiles(git, options, from)
		}
	}
	return nil, errors.New("only list with elements and git with files are known")
}

func elements(list fields) ([]fields, error) {
	var all []fields
	for _, element := range list["elements"].([]any) {
		one, isMap := element.(fields)
		if !isMap {
			return nil, errors.New("an element is no map")
		}
		all = append(all, one)
	}
	return all, nil
}

func gitFiles(git fields, options []string, from repository) ([]fields, error) {
	if git["repoURL"] != from.address {
		return nil, fmt.Errorf("%v is not %s", git["repoURL"], from.address)
	}
	var paths []string
	for _, file := range git["files"].([]any) {
		pattern, _ := file.(fields)["path"].(string)
		found, err := filepath.Glob(filepath.Join(from.folder, pattern))
		if err != nil {
			return nil, err
		}
		// Argo CD would make nothing of it and say nothing
		if len(found) == 0 {
			return nil, fmt.Errorf("there is no file %s", pattern)
		}
		paths = append(paths, found...)
	}
	sort.Strings(paths)
	var all []fields
	for _, file := range paths {
		inside, err := filepath.Rel(from.folder, file)
		if err != nil {
			return nil, err
		}
		ones, err := gitFile(file, filepath.ToSlash(inside), git["values"], options)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", inside, err)
		}
		all = append(all, ones...)
	}
	return all, nil
}

// gitFile reads a file that holds one map of parameters, or a list of them.
func gitFile(file, inside string, values any, options []string) ([]fields, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	one, ones := fields{}, []fields{}
	if yaml.Unmarshal(text, &one) == nil {
		ones = append(ones, one)
	} else if err := yaml.Unmarshal(text, &ones); err != nil {
		return nil, err
	}
	directory := path.Dir(inside)
	var all []fields
	for _, written := range ones {
		found := fields{}
		maps.Copy(found, written)
		found["path"] = fields{
			"path":     directory,
			"basename": path.Base(directory),
			"filename": path.Base(inside),
			"segments": strings.Split(directory, "/"),
		}
		if values != nil {
			filled, err := fill(values, found, options)
			if err != nil {
				return nil, err
			}
			found["values"] = filled
		}
		all = append(all, found)
	}
	return all, nil
}

// fill copies a value with the templates in its texts filled in.
func fill(value any, parameters fields, options []string) (any, error) {
	switch value := value.(type) {
	case string:
		return fillText(value, parameters, options)
	case fields:
		filled := fields{}
		for key, inner := range value {
			name, err := fillText(key, parameters, options)
			if err != nil {
				return nil, err
			}
			if filled[name], err = fill(inner, parameters, options); err != nil {
				return nil, err
			}
		}
		return filled, nil
	case []any:
		filled := make([]any, len(value))
		for index, inner := range value {
			var err error
			if filled[index], err = fill(inner, parameters, options); err != nil {
				return nil, err
			}
		}
		return filled, nil
	default:
		return value, nil
	}
}

func fillText(text string, parameters fields, options []string) (string, error) {
	functions := sprig.GenericFuncMap()
	for _, name := range []string{"env", "expandenv", "getHostByName"} {
		delete(functions, name)
	}
	parsed, err := template.New("").Funcs(functions).Option(options...).Parse(text)
	if err != nil {
		return "", err
	}
	var filled strings.Builder
	if err := parsed.Execute(&filled, parameters); err != nil {
		return "", err
	}
	return filled.String(), nil
}
