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
  "role"
  "rolebinding"
  "configmap"
  "secret"
  "externalsecret"
  "cacertificates"
  "networkpolicy"
  "service"
  "headlessservice"
  "ingress"
  "httproute"
  "gateway"
  "certificate"
  "servicemonitor"
  "prometheusrule"
  "persistentvolumeclaim"
  "horizontalpodautoscaler"
  "poddisruptionbudget"
  "hookpolicy"
  "migrationjob"
  "hookjobs"
  "testpolicy"
  "testpod"
  "extraobjects"
-}}
{{- $workloads := list
  "deployment"
  "statefulset"
  "daemonset"
  "job"
  "cronjob"
-}}
{{- $context := dict "root" . -}}
{{- include "platform-common.v1.values.init" $context -}}
{{- $type := $context.values.type -}}
{{- range $kinds -}}
  {{- with include (print "platform-common.v1.kinds." .) $context | trim }}
---
{{ . }}
  {{- end -}}
{{- end -}}
{{- if has $type $workloads }}
---
{{ include (print "platform-common.v1.workloads." $type) $context | trim }}
{{- end -}}
{{- end -}}
