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

// Command semver reads JSON objects, one a line, on standard input and prints for each what Masterminds/semver says, by which
// Helm reads versions and ranges: for {"version", "range"} whether the version lies in the range, for {"a", "b"} which is newer
// (-1, 0, 1), and null where it refuses one of them.
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/Masterminds/semver/v3"
)

type question struct {
	Version, Range *string
	A, B           *string
}

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "semver:", err)
		os.Exit(2)
	}
}

func answerAll(from io.Reader, to io.Writer) error {
	output := bufio.NewWriter(to)
	questions, answers := json.NewDecoder(from), json.NewEncoder(output)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return output.Flush()
		} else if err != nil {
			return err
		}
		answer, err := answer(asked)
		if err != nil {
			return err
		}
		if err := answers.Encode(answer); err != nil {
			return err
		}
	}
}

func answer(asked question) (any, error) {
	switch {
	case asked.Version != nil && asked.Range != nil:
		version, versionError := semver.NewVersion(*asked.Version)
		constraint, rangeError := semver.NewConstraint(*asked.Range)
		if versionError != nil || rangeError != nil {
			return nil, nil
		}
		return constraint.Check(version), nil
	case asked.A != nil && asked.B != nil:
		a, errorOfA := semver.NewVersion(*asked.A)
		b, errorOfB := semver.NewVersion(*asked.B)
		if errorOfA != nil || errorOfB != nil {
			return nil, nil
		}
		return a.Compare(b), nil
	default:
		return nil, errors.New(`a question is {"version", "range"} or {"a", "b"}`)
	}
}
