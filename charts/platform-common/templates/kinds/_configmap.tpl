{{/*
The ConfigMap of `config` and `configFiles`, which the container takes whole as its environment.
Its data is hashed into the pod template, so that a change restarts the pods. A second one is a
hook itself, for the hooks that run while the first is not there, and a hook that removes names of
it has one of its own.
Usage: {{ include "platform-common.v1.kinds.configmap" $context }}
*/}}
{{- define "platform-common.v1.kinds.configmap" -}}
{{- include "platform-common.v1.fields.readConfig" . -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- $maps := list -}}
{{- if .config -}}
  {{- range .hooks.copies -}}
    {{- $maps = append $maps (dict "name" (print $.name .suffix) "annotations" .annotations "config" $.config) -}}
  {{- end -}}
{{- end -}}
{{- range .hooks.jobs -}}
  {{- $given := dict "context" $ "job" . -}}
  {{- include "platform-common.v1.fields.readHookConfig" $given -}}
  {{- if $given.own -}}
    {{- $maps = append $maps (dict "name" $given.name "annotations" (include "platform-common.v1.fields.hookAnnotations" (dict "events" .events "weight" $.hooks.weight) | fromYaml) "config" $given.own) -}}
  {{- end -}}
{{- end -}}
{{- range $index, $map := $maps }}
{{- if $index }}
---
{{- end }}
apiVersion: v1
kind: ConfigMap
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" .name "annotations" .annotations) | nindent 2 }}
data:
  {{- range $name, $entry := .config }}
  {{ quote $name }}: {{ quote $entry.text }}
  {{- end }}
{{- end }}
{{- end -}}
