{{/*
Stops at a key of a service's values that this chart does not know, with its path and the nearest
known key, at a value of another kind than its shape names, and at a word that is none of those
it may be. Only the shapes of the keys that are there are parsed.
Usage: {{ include "platform-common.v1.values.checkService" (dict "chart" "cart" "path" "" "value" $values "shapes" $shapes) }}
*/}}
{{- define "platform-common.v1.values.checkService" -}}
{{- $shapes := .shapes -}}
{{- $shape := dict -}}
{{- range $key, $value := .value -}}
  {{- $text := get $shapes $key -}}
  {{- if hasPrefix "{" $text -}}
    {{- $_ := set $shape $key (fromJson $text) -}}
  {{- else if hasPrefix "[" $text -}}
    {{- $_ := set $shape $key (fromJsonArray $text) -}}
  {{- else if $text -}}
    {{- $_ := set $shape $key $text -}}
  {{- end -}}
{{- end -}}
{{- include "platform-common.v1.values.check" (dict "chart" .chart "path" .path "value" .value "shape" $shape "known" $shapes) -}}
{{- end -}}

{{/*
The same for any value and shape. `known` has the keys of the shape where it is only a part.
Usage: {{ include "platform-common.v1.values.check" (dict "chart" "cart" "path" "" "value" $values "shape" $shape) }}
*/}}
{{- define "platform-common.v1.values.check" -}}
{{- $words := dict "string" "text" "float64" "number" "int64" "number" "int" "number" "bool" "boolean" "map" "map" "slice" "list" "invalid" "null" -}}
{{- include "platform-common.v1.values.checkValue" (merge (dict "words" $words) .) -}}
{{- end -}}

{{/*
Checks one value. `helm lint` does not stop at a failure: "refused" is set in place then, and
whoever holds the value lets go of it, so that nothing goes on with what is of another kind.
Usage: {{ include "platform-common.v1.values.checkValue" (dict "words" $words "chart" "cart" "path" "" "value" $values "shape" $shape) }}
*/}}
{{- define "platform-common.v1.values.checkValue" -}}
{{- $at := . -}}
{{- $word := get .words (kindOf .value) -}}
{{- if eq $word "null" -}}
  {{- fail (printf "%s: values: %s is null, which Helm 3 and 4 read differently; remove the key, or write \"\" or enabled: false" .chart .path) -}}
  {{- $_ := set . "refused" true -}}
{{- else if kindIs "string" .shape -}}
  {{- include "platform-common.v1.values.checkWord" . -}}
{{- else if kindIs "slice" .shape -}}
  {{- include "platform-common.v1.values.checkKind" (dict "at" . "allowed" (list "list")) -}}
  {{- if eq $word "list" -}}
    {{- range $index, $item := .value -}}
      {{- $child := dict "words" $at.words "chart" $at.chart "path" (printf "%s[%d]" $at.path $index) "value" $item "shape" (first $at.shape) -}}
      {{- include "platform-common.v1.values.checkValue" $child -}}
      {{- if $child.refused }}{{ $_ := set $at "refused" true }}{{ end -}}
    {{- end -}}
  {{- end -}}
{{- else if eq $word "map" -}}
  {{- include "platform-common.v1.values.checkMap" . -}}
{{- else -}}
  {{- $_ := set . "also" "map" -}}
  {{- $_ := set . "shape" (get .shape "=" | default list | join "|") -}}
  {{- include "platform-common.v1.values.checkWord" . -}}
{{- end -}}
{{- end -}}

{{/*
Checks the entries of a map. This runs for every map of every service, so what has just the
kind that its shape names goes no further.
Usage: {{ include "platform-common.v1.values.checkMap" $at }}, with what checkValue takes
*/}}
{{- define "platform-common.v1.values.checkMap" -}}
{{- $at := . -}}
{{- $chart := .chart -}}
{{- $words := .words -}}
{{- $shapes := .shape -}}
{{- $any := get .shape "*" -}}
{{- $prefix := "" -}}
{{- if .path }}{{ $prefix = print .path "." }}{{ end -}}
{{- range $key, $value := .value -}}
  {{- $word := get $words (kindOf $value) -}}
  {{- $shape := get $shapes $key -}}
  {{- if not $shape }}{{ $shape = $any }}{{ end -}}
  {{- $isGood := false -}}
  {{- if kindIs "string" $shape }}{{ $isGood = and (eq $word $shape) (ne $word "number") }}{{ end -}}
  {{- if not $isGood -}}
    {{- if or (not $shape) (eq $key "=") -}}
      {{- include "platform-common.v1.values.unknown" (dict "at" $at "key" $key "prefix" $prefix) -}}
    {{- else -}}
      {{- $define := "checkValue" -}}
      {{- if eq $word "map" }}{{ if kindIs "map" $shape }}{{ $define = "checkMap" }}{{ end }}{{ end -}}
      {{- $child := dict "words" $words "chart" $chart "path" (print $prefix $key) "value" $value "shape" $shape -}}
      {{- include (print "platform-common.v1.values." $define) $child -}}
      {{- if $child.refused }}{{ $_ := unset $at.value $key }}{{ end -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Checks a value against a leaf such as `text|number 1..65535` or `text=Always|Never`; of the kind
`also` it may be too.
Usage: {{ include "platform-common.v1.values.checkWord" $at }}, with what checkValue takes
*/}}
{{- define "platform-common.v1.values.checkWord" -}}
{{- $at := . -}}
{{- $leaf := splitList " " .shape -}}
{{- $parts := first $leaf | splitList "=" -}}
{{- include "platform-common.v1.values.checkKind" (dict "at" . "allowed" (append (first $parts | splitList "|") .also | compact)) -}}
{{- if .refused -}}
{{- else if eq (get .words (kindOf .value)) "number" -}}
  {{- include "platform-common.v1.values.checkNumber" (dict "at" . "bounds" (rest $leaf | join "" | splitList "..")) -}}
{{- else -}}
  {{- range rest $parts -}}
    {{- $choice := splitList "|" . -}}
    {{- if not (has $at.value $choice) -}}
      {{- fail (printf "%s: values: %s is %q; it is one of %s" $at.chart $at.path $at.value (join ", " $choice)) -}}
      {{- $_ := set $at "refused" true -}}
    {{- end -}}
  {{- end -}}
{{- end -}}
{{- end -}}

{{/*
Stops at a number that is not whole, or beyond its bounds: Kubernetes would cut it short or
refuse it.
Usage: {{ include "platform-common.v1.values.checkNumber" (dict "at" $at "bounds" (list "1" "65535")) }}
*/}}
{{- define "platform-common.v1.values.checkNumber" -}}
{{- $number := float64 .at.value -}}
{{- $least := first .bounds -}}
{{- $most := rest .bounds | join "" -}}
{{- $isGood := eq $number (floor $number) -}}
{{- if $least }}{{ $isGood = and $isGood (ge $number (float64 $least)) }}{{ end -}}
{{- if $most }}{{ $isGood = and $isGood (le $number (float64 $most)) }}{{ end -}}
{{- if not $isGood -}}
  {{- $range := list ($least | empty | ternary "" (print "at least " $least)) ($most | empty | ternary "" (print "at most " $most)) | compact | join " and " -}}
  {{- fail (printf "%s: values: %s is %s; it is a whole number%s" .at.chart .at.path (toJson .at.value) ($range | empty | ternary "" (print " of " $range))) -}}
  {{- $_ := set .at "refused" true -}}
{{- end -}}
{{- end -}}

{{/*
Stops when a value is of a kind that is not allowed at its place.
Usage: {{ include "platform-common.v1.values.checkKind" (dict "at" $at "allowed" (list "text")) }}
*/}}
{{- define "platform-common.v1.values.checkKind" -}}
{{- $word := get .at.words (kindOf .at.value) -}}
{{- if not (has $word .allowed) -}}
  {{- $quote := and (has "text" .allowed) (has $word (list "number" "boolean")) -}}
  {{- $words := printf "a %s, not a %s" (join " or a " .allowed) $word | replace "a text" "text" -}}
  {{- fail (printf "%s: values: %s must be %s%s" .at.chart .at.path $words ($quote | ternary "; quote it" "")) -}}
  {{- $_ := set .at "refused" true -}}
{{- end -}}
{{- end -}}

{{/*
Stops at a key that the shape does not have.
Usage: {{ include "platform-common.v1.values.unknown" (dict "at" $at "key" "tags" "prefix" "image.") }}
*/}}
{{- define "platform-common.v1.values.unknown" -}}
{{- $known := omit (.at.known | default .at.shape) "=" | keys | sortAlpha -}}
{{- $nearest := include "platform-common.v1.values.nearest" (dict "word" .key "known" $known) -}}
{{- $advice := $nearest | empty | ternary (printf "known here are %s" (join ", " $known)) (printf "did you mean %q?" (print .prefix $nearest)) -}}
{{- fail (printf "%s: values: unknown key %q; %s" .at.chart (print .prefix .key) $advice) -}}
{{- end -}}

{{/*
Stops at a value under `platform-common`, where Helm itself puts `global` and nothing would
read it: what is for every service belongs in global.chartroom.defaults.
Usage: {{ include "platform-common.v1.values.checkLibraryKey" (dict "values" .Values "declared" $declared) }}, with what readDeclared read
*/}}
{{- define "platform-common.v1.values.checkLibraryKey" -}}
{{- $at := . -}}
{{- range $name := append .declared.names "platform-common" | uniq -}}
  {{- $value := get $at.values $name -}}
  {{- if kindIs "map" $value -}}
    {{- range $key, $_ := omit $value "global" -}}
      {{- fail (printf "%s: values: nothing reads %s.%s; for every service write global.chartroom.defaults.%s" $at.declared.chart.Name $name $key $key) -}}
    {{- end -}}
  {{- else if $value -}}
    {{- fail (printf "%s: values: nothing reads %s; for every service write global.chartroom.defaults" $at.declared.chart.Name $name) -}}
  {{- end -}}
{{- end -}}
{{- end -}}
