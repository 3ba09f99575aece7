{{/*
The Secret of `secrets` and `secretsFiles`, which the container takes whole as its environment;
none where `existingSecret` or `externalSecret` goes before. A second one is a hook itself, for
the hooks that run while the first is not there. It says `data` and not `stringData`, of which a key
that is written no more would stay in the cluster.
Usage: {{ include "platform-common.v1.kinds.secret" $context }}
*/}}
{{- define "platform-common.v1.kinds.secret" -}}
{{- include "platform-common.v1.fields.readHooks" . -}}
{{- include "platform-common.v1.fields.readSecret" . -}}
{{- if .secret.data }}
{{- range $index, $copy := .hooks.copies }}
{{- if $index }}
---
{{- end }}
apiVersion: v1
kind: Secret
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict "context" $ "name" (print $.name $copy.suffix) "annotations" $copy.annotations) | nindent 2 }}
type: Opaque
data:
  {{- range $name, $entry := $.secret.data }}
  {{ quote $name }}: {{ b64enc $entry.text | quote }}
  {{- end }}
{{- end }}
{{- end }}
{{- end -}}
