{{/*
Peers that belong to the service and are not its own pods: the pod of its test, and the pods of
its hooks, of which those after an install may speak to the service itself.
Usage: {{ include "platform-common.v1.fields.ownPeers" $context }}
*/}}
{{- define "platform-common.v1.fields.ownPeers" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- if .hooks.jobs }}
- podSelector:
    matchLabels:
      chartroom/calls-as: {{ quote .name }}
{{- end }}
{{- if .values.test.enabled }}
- podSelector:
    matchLabels:
      app.kubernetes.io/name: {{ .name }}.test
{{- end }}
{{- end -}}
