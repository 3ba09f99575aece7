{{/*
The Jobs of `hooks`, each at its events of Helm.
Usage: {{ include "platform-common.v1.kinds.hookjobs" $context }}
*/}}
{{- define "platform-common.v1.kinds.hookjobs" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- $documents := list -}}
{{- range .hooks.jobs -}}
  {{- if ne .path "migration" -}}
    {{- $documents = append $documents (include "platform-common.v1.fields.hookJob" (dict "context" $ "job" . "component" "hook")) -}}
  {{- end -}}
{{- end -}}
{{- join "\n---\n" $documents -}}
{{- end -}}
