{{/*
Everything of one service. This is the only define that a service chart names; a new
capability reaches every service with a new version of this chart and no edit.

A new kind is a file in kinds/ and a line in $kinds; a new `type` is a file in
workloads/ and a line in $workloads.

Usage, as the whole of a service chart's templates/service.yaml:
  {{ include "platform-common.v1.service" . }}
*/}}
{{- define "platform-common.v1.service" -}}
{{- $kinds := list
  "serviceaccount"
  "configmap"
  "networkpolicy"
  "service"
  "headlessservice"
-}}
{{- $workloads := list
  "deployment"
  "statefulset"
-}}
{{- $context := dict "root" . -}}
{{- include "platform-common.v1.values.init" $context -}}
{{- $type := $context.values.type -}}
{{- if not (has $type $workloads) -}}
  {{- fail (printf "%s: values: type %q is not known; known are %s" .Chart.Name $type (join ", " $workloads)) -}}
{{- end -}}
{{- range append $kinds (printf "workloads.%s" $type) -}}
  {{- $define := contains "." . | ternary . (printf "kinds.%s" .) -}}
  {{- $document := include (printf "platform-common.v1.%s" $define) $context | trim }}
  {{- if $document }}
---
{{ $document }}
  {{- end -}}
{{- end -}}
{{- end -}}
