{{/*
Further objects as the service wrote them, with the service's labels, its annotations and the
release's namespace where they have none. An object that belongs to no namespace says so by
`metadata.namespace: ""`. A pod does not get the label that the service's own pods are selected by:
it would receive their traffic.
Usage: {{ include "platform-common.v1.kinds.extraobjects" $context }}
*/}}
{{- define "platform-common.v1.kinds.extraobjects" -}}
{{- $context := . -}}
{{- $documents := list -}}
{{- range $index, $object := .values.extraObjects -}}
  {{- include "platform-common.v1.fields.checkObject" (dict "chart" $context.root.Chart.Name "path" (printf "extraObjects[%d]" $index) "object" $object) -}}
  {{- $written := kindIs "map" $object.metadata | ternary $object.metadata dict -}}
  {{- if kindIs "string" $written.name -}}
    {{- $metadata := include "platform-common.v1.fields.metadata" (dict "context" $context "name" $written.name "annotations" dict) | fromYaml -}}
    {{- if eq $object.kind "Pod" -}}
      {{- $_ := set $metadata "labels" (omit $metadata.labels "app.kubernetes.io/name") -}}
    {{- end -}}
    {{- $metadata = mustMergeOverwrite $metadata (deepCopy $written) -}}
    {{- if not $metadata.namespace -}}
      {{- $metadata = omit $metadata "namespace" -}}
    {{- end -}}
    {{- $documents = append $documents (toYaml (merge (dict "metadata" $metadata) (omit $object "metadata"))) -}}
  {{- end -}}
{{- end -}}
{{- join "\n---\n" $documents -}}
{{- end -}}

{{/*
Stops at something that cannot be an object of Kubernetes.
Usage: {{ include "platform-common.v1.fields.checkObject" (dict "chart" "cart" "path" "extraObjects[0]" "object" $object) }}
*/}}
{{- define "platform-common.v1.fields.checkObject" -}}
{{- $metadata := kindIs "map" .object.metadata | ternary .object.metadata dict -}}
{{- $name := kindIs "string" $metadata.name | ternary $metadata.name "" -}}
{{- range $key, $value := dict "apiVersion" .object.apiVersion "kind" .object.kind "metadata.name" $name -}}
  {{- if not (and $value (kindIs "string" $value)) -}}
    {{- fail (printf "%s: values: %s.%s is missing or not text; an object needs apiVersion, kind and metadata.name" $.chart $.path $key) -}}
  {{- end -}}
{{- end -}}
{{- end -}}
