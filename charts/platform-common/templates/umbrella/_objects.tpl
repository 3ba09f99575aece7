{{/*
Objects of a backing service that no chart makes, such as an operator's custom resource: as
they are written, with the umbrella's labels and the release's namespace where they have none.
Usage: {{ include "platform-common.v1.umbrella.objects" (dict "root" . "name" "mysql" "backingService" $backingService) }}
*/}}
{{- define "platform-common.v1.umbrella.objects" -}}
{{- $at := . -}}
{{- range $index, $object := .backingService.objects -}}
  {{- include "platform-common.v1.fields.checkObject" (dict "chart" $at.root.Chart.Name "path" (printf "backingServices.%s.objects[%d]" $at.name $index) "object" $object) -}}
  {{- $written := kindIs "map" $object.metadata | ternary $object.metadata dict -}}
  {{- $metadata := dict
    "namespace" $at.root.Release.Namespace
    "labels" (include "platform-common.v1.umbrella.labels" $at | fromYaml)
  -}}
  {{- $metadata = mustMergeOverwrite $metadata (deepCopy $written) }}
---
{{ toYaml (merge (dict "metadata" $metadata) (omit $object "metadata")) }}
{{- end -}}
{{- end -}}
